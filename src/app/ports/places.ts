import type { Result } from '../../domain/result.ts';
import type { Incoming } from '../../domain/room/merge.ts';

/**
 * RM-5: the rooms that a tenant's directory knows, at most `limits.rooms`. `noConsent` where the tenant has not let the desk read them,
 * `switchedOff` where no directory is asked.
 *
 * @throws DirectoryUnavailable
 */
export interface Places {
  rooms(tenantId: string): Promise<Result<readonly Incoming[], 'noConsent' | 'switchedOff'>>;
}
