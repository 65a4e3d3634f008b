import type { ServiceAnnouncements } from '../app/ports.ts';
import { ok } from '../domain/result.ts';

const hour = 3_600_000;
const url = 'https://status.cloud.microsoft/';

/** CS-12: what Microsoft would announce, for the sample organisations. */
export function sampleAnnouncements(now: () => Date = () => new Date()): ServiceAnnouncements {
  const ago = (hours: number) => new Date(now().getTime() - hours * hour).toISOString();
  return {
    issues: async () =>
      ok([
        { id: 'EX1187402', service: 'Exchange Online', title: 'Some users’ mail is delivered late', since: ago(3), url },
        { id: 'TM1186951', service: 'Microsoft Teams', title: 'Users may be unable to join meetings from the web', since: ago(26), url },
      ]),
  };
}
