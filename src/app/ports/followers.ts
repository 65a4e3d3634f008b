/** Colleagues who chose to hear of a case (G-17). Whether they still may see it is asked when they are told. */
export interface Followers {
  has(tenantId: string, caseId: string, personId: string): Promise<boolean>;
  /** Ids of all of them, in the order in which they came. */
  of(tenantId: string, caseId: string): Promise<readonly string[]>;
}

/** In the tenant's transaction; whoever asks holds the case's lock. */
export interface FollowerChanges {
  /** Ids of all of them, in the order in which they came. */
  of(caseId: string): Promise<readonly string[]>;
  /** Doing it again changes nothing. @returns `full` where so many follow it that nobody else can */
  add(caseId: string, personId: string): Promise<'full' | undefined>;
  remove(caseId: string, personId: string): Promise<void>;
}
