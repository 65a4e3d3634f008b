import type { AnnouncementRead } from '../../domain/outage/announcement.ts';
import type { Result } from '../../domain/result.ts';

/** A problem of Microsoft's services that goes on. */
export interface ServiceIssue {
  /** Microsoft's, such as `EX1234567`. */
  readonly id: string;
  /** Names are Microsoft's, in English. */
  readonly service: string;
  readonly title: string;
  /** ISO 8601 in UTC. */
  readonly since: string;
  /** Where Microsoft's own page tells of it. */
  readonly url: string;
}

/**
 * CS-12: what Microsoft announces of its services; `noConsent` where the operator has not let the desk read it.
 *
 * @throws DirectoryUnavailable
 */
export interface ServiceAnnouncements {
  /** What is not resolved, newest first. */
  issues(): Promise<Result<readonly ServiceIssue[], 'noConsent'>>;
  /** One of them with all that was said of it, resolved or not. */
  issue(id: string): Promise<Result<AnnouncementRead, 'noConsent'>>;
}
