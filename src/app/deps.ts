import type { Settings } from '../domain/settings.ts';
import type { Blobs, Directory, Store } from './ports.ts';

/** What the use cases stand on. `main.ts` fills it in. */
export interface Deps {
  readonly store: Store;
  readonly blobs: Blobs;
  readonly directory: Directory;
  readonly settings: Settings;
  /** Instant, ISO 8601 in UTC. Only for showing and for checks before a transaction; what is stored has the database's clock. */
  readonly now: () => string;
}
