import type { Principal } from '../../domain/access/principal.ts';
import { isWanted, noticeKinds, type Way } from '../../domain/notice/choices.ts';
import type { Delivery } from '../../domain/notice/delivery.ts';
import type { Outcome } from '../../domain/notice/outcome.ts';
import { neverQuiet, quietUntil } from '../../domain/notice/quiet.ts';
import { nextSummary } from '../../domain/notice/summary.ts';
import type { About, Hears, NoticeDeps } from '../notices/notices.ts';
import { blankProfile } from '../people/profile-view.ts';
import type { Profile } from '../ports.ts';

/** What a person chose about being told (PN-15). */
export type Wishes = Required<Pick<Profile, 'notices' | 'quiet' | 'summary'>>;

export const wishesOf = ({ notices, quiet, summary }: Profile = blankProfile): Wishes => ({
  notices,
  quiet: quiet ?? neverQuiet,
  summary: summary ?? null,
});

/**
 * Which kinds a person hears of in one way. F-18: what is wanted in the chat alone is told by mail while the chat is closed to the desk, rather
 * than not at all. A receipt answers what its reader just did, so it always comes: in the chat, and by mail where mail is wanted or the chat is
 * closed.
 */
export async function hearing(deps: NoticeDeps, by: Principal, { notices }: Wishes, way: Way): Promise<Hears> {
  if (way === 'email' && noticeKinds.every((kind) => isWanted(notices, way, kind))) return () => true;
  const inStead = way === 'email' && deps.reachesInChat !== undefined && !(await deps.reachesInChat(by));
  return (kind, receipt) =>
    isWanted(notices, way, kind) || (receipt && (way === 'chat' || inStead)) || (inStead && isWanted(notices, 'chat', kind));
}

/** Why somebody is not told just now: they have quiet time, or get their mail as a summary; `null` where nothing is in the way. */
export function held(deps: NoticeDeps, by: Principal, wishes: Wishes, way: Way, about: About): Outcome | null {
  const now = deps.now();
  if (way === 'email' && wishes.summary) {
    const notBefore = nextSummary(wishes.summary, by.timeZone, now);
    return { is: 'instead', deliveries: about.notices.map((notice) => inSummary(by, about.caseId, notice, notBefore)) };
  }
  const until = way === 'email' && !wishes.quiet.email ? null : quietUntil(wishes.quiet, by.timeZone, now);
  return until === null ? null : { is: 'held', afterMs: Date.parse(until) - Date.parse(now) };
}

/** The key is the mail's own but for its end, so that it stands in a summary once (G-12). */
const inSummary = (by: Principal, caseId: string, { key, seq, how }: About['notices'][number], notBefore: string): Delivery => ({
  key: key.replace(/:email$/, ':summary'),
  caseId,
  seq,
  to: { kind: 'person', id: by.personId, tenantId: by.tenantId },
  how,
  channel: 'summary',
  notBefore,
});
