/** Somebody who follows what Microsoft announces, and how much of it they have heard. */
export interface AnnouncementFollower {
  readonly tenantId: string;
  readonly personId: string;
  readonly announcementId: string;
  /** As it was when they began. */
  readonly title: string;
  /** ISO 8601 in UTC; `null` where nobody knows what had been said when they began. */
  readonly toldThrough: string | null;
}

/** Who is to be looked at. */
export type DueFollower = Omit<AnnouncementFollower, 'title'>;

/** CS-12: who follows what Microsoft announces. The clock's side reaches across tenants, and nothing but this. */
export interface FollowedAnnouncements {
  /** Ids of what somebody follows, at most 100. */
  ofPerson(tenantId: string, personId: string): Promise<ReadonlySet<string>>;
  /** Those whose time to be looked at has come, longest ago first; nobody else gets them until `againMs` milliseconds have passed. */
  claim(most: number, againMs: number): Promise<readonly DueFollower[]>;
}

/** Of the tenant's people. */
export interface AnnouncementChanges {
  /** `undefined` where the person does not follow it. */
  lock(personId: string, announcementId: string): Promise<AnnouncementFollower | undefined>;
  /** @param firstLookMs milliseconds until it is looked at for the first time */
  follow(follower: Omit<AnnouncementFollower, 'tenantId'>, firstLookMs: number): Promise<void>;
  told(personId: string, announcementId: string, through: string): Promise<void>;
  unfollow(personId: string, announcementId: string): Promise<void>;
}
