import type { InvokeResponse } from 'botbuilder';
import { visible } from '../../src/app/cases/queries.ts';
import { readCaseNumber } from '../../src/domain/case/number.ts';
import { localeOf } from '../../src/domain/i18n/index.ts';
import { sharedCard, unnamedCard } from '../cards/shared.ts';
import type { OwnLinks, Turn } from '../turn.ts';
import { nothing, offering } from './answers.ts';

const addressIn = (value: Readonly<Record<string, unknown>>): string =>
  typeof value['url'] === 'string' ? value['url'].slice(0, 4_000) : '';

/** G-14: a pasted link to a case. For whoever may not see it nothing comes of it, as for a link to none. */
export async function unfurl(turn: Turn, value: Readonly<Record<string, unknown>>, links: OwnLinks): Promise<InvokeResponse> {
  const named = links.caseIn(addressIn(value));
  if (named === undefined) return nothing;
  const number = readCaseNumber(named);
  const case_ = await visible(turn.deps, turn.by, number.ok ? { number: number.value } : { id: named });
  if (!case_) return nothing;
  const card = sharedCard(turn, case_.number);
  return offering([{ card, preview: { title: String(card['speak']) } }]);
}

/** The same for whoever has not installed the app: Teams does not say who that is, so nothing is looked up. */
export function unfurlForNobody(value: unknown, locale: unknown, links: OwnLinks): InvokeResponse {
  const asked = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (links.caseIn(addressIn(asked)) === undefined) return nothing;
  const card = unnamedCard({ locale: localeOf(typeof locale === 'string' ? locale : undefined) }, links);
  return offering([{ card, preview: { title: String(card['speak']) } }]);
}
