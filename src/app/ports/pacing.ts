/** At most so many in any so many milliseconds. */
export interface Limit {
  readonly most: number;
  readonly ms: number;
}

/** What a receiver takes. */
export interface Limits {
  /** The longest goes over an hour, for every receiver: what lies further back than the asker's longest is forgotten for all of them. */
  readonly conversation: readonly Limit[];
  readonly tenant: Limit;
  /** Milliseconds that may lie between a slot and its send; every limit is kept that much wider. */
  readonly slackMs: number;
}

export interface Asking {
  readonly conversation: string;
  /** Whose conversation it is. */
  readonly tenantId: string;
  /** Who asks: asked again, it gets the slot that was kept for it. */
  readonly holder: string;
  /** Sends that follow at once. */
  readonly count: number;
}

/** How fast the desk speaks, kept over all its processes (F-20). */
export interface Pacing {
  /** 0: send now. Otherwise a slot is kept, and this many milliseconds are to pass before asking again. */
  slot(asking: Asking, limits: Limits): Promise<number>;
  /** Counts what is said without having asked, as an answer within a turn is. */
  spoken(conversation: string, tenantId: string): Promise<void>;
  /** Gives a slot back that was kept and will not be used. */
  giveBack(holder: string): Promise<void>;
  /** F-15: nothing goes there for so long. */
  hold(conversation: string, tenantId: string, ms: number): Promise<void>;
}
