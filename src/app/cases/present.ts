import { actsOn, closersInstead, isEngineerOf, permitted } from '../../domain/access/authorize.ts';
import type { ClosingRule } from '../../domain/access/closing-rule.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { closings } from '../../domain/case/lifecycle.ts';
import { countryName } from '../../domain/catalogue/countries.ts';
import { desks, findCaseType } from '../../domain/catalogue/desks.ts';
import { caseTypeWords, deskWords, words } from '../../domain/i18n/index.ts';
import type { Settings } from '../../domain/settings.ts';
import { clockOf, targetFor } from '../../domain/sla/programmes.ts';
import { erasedName, nameOf, nameWithin } from '../people/names.ts';
import { versionFor } from '../people/people.ts';
import type { CaseRow, KnownOutage } from '../ports.ts';
import { closersText } from '../refusal-text.ts';
import type { CaseSummary, CaseView, ContactView, OutageNotice, ReasonView, TargetView } from '../views.ts';
import { detailsOf, filedOf, missingOf } from './details.ts';
import { stagesFor } from './stages.ts';
import { type Others, supportFor } from './support-view.ts';
import { actorView, fileView, personView, reasonText, timelineFor } from './timeline.ts';

/** What a view is made for. */
export interface Reader {
  readonly principal: Principal;
  /** Instant, ISO 8601 in UTC. */
  readonly now: string;
  readonly settings: Settings;
}

/** AG-4: what a case names that is no part of it. */
interface AlsoKnown {
  readonly outage?: KnownOutage | undefined;
  /** Those of the other cases it names that the reader may see. */
  readonly others?: Others;
}

/** The row of a list: G-4. */
export function summaryOf(case_: CaseRow, tenantName: string, { principal, now, settings }: Reader): CaseSummary {
  return {
    id: case_.id,
    number: case_.number,
    version: versionFor(principal, case_),
    title: case_.title,
    desk: case_.desk,
    caseType: case_.caseType,
    caseTypeName: caseTypeWords(principal.locale, case_.desk, case_.caseType).name,
    status: case_.status,
    statusText: statusText(case_, principal),
    waitingOnYou: case_.status === 'waitingOnRequester' && case_.requester.id === principal.personId,
    tenant: { id: case_.tenantId, name: tenantName },
    openedBy: personView(case_.openedBy, principal),
    requester: personView(case_.requester, principal),
    escalatedAt: case_.escalatedAt,
    assignedTo: isEngineerOf(principal, case_.desk) && case_.assignedTo ? personView(case_.assignedTo, principal) : null,
    openedAt: case_.openedAt,
    updatedAt: case_.updatedAt,
    country: case_.country ? { code: case_.country, name: countryName(case_.country, principal.locale) } : null,
    target: targetOf(case_, now, settings),
    filedByDomain: case_.filedByDomain,
  };
}

/** The whole case for one reader, with what they may do (G-9) and as whom (G-18). */
export function present(
  case_: Case,
  tenantName: string,
  timeline: { readonly events: readonly CaseEvent[]; readonly earlier: number },
  reader: Reader & {
    readonly closing: ClosingRule;
    readonly contacts: readonly ContactView[];
    readonly follows?: boolean;
    readonly partner?: string | null;
  } & AlsoKnown,
): CaseView {
  const { principal, now, settings, closing, contacts, follows = false, partner = null, outage, others = new Map() } = reader;
  const { cases } = words(principal.locale);
  const category = findCaseType(case_.caseType)?.caseType.category ?? 'generalEnquiry';
  const may = permitted(principal, case_, now, { reopenWithinDays: settings.reopenWithinDays, closing, follows });
  const closers = closersInstead(principal, case_, closing);
  return {
    ...summaryOf(case_, tenantName, reader),
    category,
    categoryName: cases.categories[category],
    deskName: deskWords(principal.locale, case_.desk).name,
    description: case_.description,
    severity: case_.severity,
    breakFix: case_.breakFix,
    supportLanguage: case_.supportLanguage,
    aroundTheClock: case_.aroundTheClock,
    onBehalfOf: case_.onBehalfOf,
    partner,
    exception: exceptionText(case_, may, principal),
    stage: case_.stage,
    ...stagesFor(case_, timeline.events, principal.locale, may),
    support: supportFor(case_, principal, others),
    particulars: case_.particulars,
    details: detailsOf(case_, principal.locale, principal.timeZone),
    filed: filedOf(case_, principal.locale, principal.timeZone),
    missing: isEngineerOf(principal, case_.desk) ? missingOf(case_, principal.locale, settings.countries) : [],
    contacts,
    files: case_.files.map(fileView),
    closed: closedView(case_, principal),
    reopenableUntil:
      case_.closed && may.includes('reopen')
        ? new Date(Date.parse(case_.closed.at) + settings.reopenWithinDays * 86_400_000).toISOString()
        : null,
    timeline: timelineFor(timeline.events, principal, case_.desk, others),
    earlierEntries: timeline.earlier,
    permitted: may,
    outage: outage ? outageNotice(outage, case_, principal) : null,
    closers: closers ? closersText(closers, principal.locale) : null,
    reasons: Object.fromEntries(closings.map((closing) => [closing, reasonsFor(case_, closing, principal)])) as CaseView['reasons'],
    actingAs: actingAs(principal, actsOn(principal, case_) ? tenantName : undefined),
  };
}

/** CS-3: what is unusual about it; and who can end it, how. */
function exceptionText({ filedByDomain, onBehalfOf }: Case, may: CaseView['permitted'], { locale }: Principal): string | null {
  if (filedByDomain === null) return null;
  const { exception } = words(locale).cases;
  const ends = onBehalfOf !== null && may.includes('takeOver');
  return [exception.says(filedByDomain), ...(ends ? [exception.ends] : []), ...(onBehalfOf === null ? [exception.ended] : [])].join(' ');
}

const outageNotice = ({ id, title, state }: KnownOutage, { desk }: Case, reader: Principal): OutageNotice => ({
  id: isEngineerOf(reader, desk) ? id : null,
  title,
  state,
  text: words(reader.locale).cases.outages[state],
});

/** G-18. */
export const actingAs = (principal: Principal, customer?: string): string =>
  words(principal.locale).cases.actingFor(customer ?? principal.tenantName, principal.name);

/** A waiting case waits on *you* only for its requester; a resolved one says as what (PN-14). */
export function statusText(case_: Pick<Case, 'status' | 'requester' | 'closed' | 'desk'>, reader: Principal): string {
  const { cases } = words(reader.locale);
  if (case_.status === 'waitingOnRequester' && case_.requester.id !== reader.personId) return cases.waitingOnRequester;
  if (case_.status === 'resolved' && case_.closed) return cases.resolvedAs(reasonText(case_.desk, case_.closed.reason, reader));
  return cases.statuses[case_.status];
}

function closedView(case_: Case, reader: Principal): CaseView['closed'] {
  if (!case_.closed) return null;
  const by = actorView(case_.closed.by, reader, case_.desk);
  const { at, step, reason } = case_.closed;
  const who = by.name === nameOf(erasedName, reader.locale) ? nameWithin(erasedName, reader.locale) : by.name;
  return { at, by, step, reason, summary: words(reader.locale).cases.closedBy(who, reasonText(case_.desk, reason, reader)) };
}

function reasonsFor(case_: Case, closing: (typeof closings)[number], reader: Principal): readonly ReasonView[] {
  const reasons = desks[case_.desk].reasons[closing];
  return reasons.kind === 'picked' ? reasons.from.map((id) => ({ id, label: reasonText(case_.desk, id, reader) })) : [];
}

/** What was closed before its answer was due waits for none any more. */
function targetOf(case_: CaseRow, now: string, { programmes }: Settings): TargetView {
  const { firstResponseDueAt: dueAt, firstResponseAt, closed, desk } = case_;
  if (dueAt === null) return { state: 'none' };
  const target = targetFor(case_, programmes[desk]);
  const clock = target ? clockOf(target) : null;
  const by = firstResponseAt ?? closed?.at ?? now;
  if (by > dueAt) return { state: 'breached', dueAt, clock };
  if (firstResponseAt !== null) return { state: 'met', dueAt, clock };
  if (closed) return { state: 'none' };
  const near = Date.parse(dueAt) - Date.parse(now) <= programmes[desk].warnMinutes * 60_000;
  return { state: near ? 'near' : 'running', dueAt, clock };
}
