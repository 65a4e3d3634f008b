import { isEngineerOf } from '../../domain/access/authorize.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { hearing, wishesOf } from '../cases/held.ts';
import { caseFor } from '../cases/queries.ts';
import { toldPerson } from '../people/people.ts';
import type { SummaryNotice } from '../ports.ts';
import { type CaseNews, type NoticeDeps, newsOf, seqsOf } from './notices.ts';

/** What somebody is told in one mail, case by case; the one with the latest news first. */
export interface ToldTogether {
  readonly by: Principal;
  readonly cases: readonly CaseNews[];
  /** Cases that the mail has no room for. */
  readonly left: number;
}

const mostCases = 40;

/** A person's summary as they may see it at this moment; `null` where nothing is left of it, or they want none of it any more. */
export async function tellTogether(
  deps: NoticeDeps,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  notices: readonly SummaryNotice[],
): Promise<ToldTogether | null> {
  const by = await toldPerson(deps, tenantId, id);
  if (!by) return null;
  const hears = await hearing(deps, by, wishesOf(await deps.store.profiles.find(by.tenantId, by.personId)), 'email');
  const byCase = [...Map.groupBy(notices, ({ caseId }) => caseId).values()].toReversed();
  const cases: CaseNews[] = [];
  for (const ofCase of byCase.slice(0, mostCases)) {
    const [first] = ofCase;
    const found = first && (await caseFor(deps, by, { id: first.caseId }, seqsOf({ notices: ofCase })));
    // An engineer is of the operator; anybody else hears of their own organisation's cases alone, whatever the queue says.
    if (!first || !found?.ok || (first.tenantId !== by.tenantId && !isEngineerOf(by, found.value.desk))) continue;
    const news = newsOf(found.value, { tenantId: first.tenantId, caseId: first.caseId, notices: ofCase }, hears);
    if (news) cases.push(news);
  }
  const latest = ({ entries }: CaseNews) => entries.at(-1)?.at ?? '';
  const left = Math.max(0, byCase.length - mostCases);
  return cases.length > 0 ? { by, cases: cases.toSorted((a, b) => (latest(a) < latest(b) ? 1 : -1)), left } : null;
}
