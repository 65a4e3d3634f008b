import { isEngineerOf } from '../../domain/access/authorize.ts';
import { unnarrowed } from '../../domain/access/closing-rule.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Case } from '../../domain/case/case.ts';
import { type NoticeKind, noticeKindOf, type Way } from '../../domain/notice/choices.ts';
import type { Outcome } from '../../domain/notice/outcome.ts';
import type { ReaderOf } from '../../domain/notice/wording.ts';
import { hearing, held, wishesOf } from '../cases/held.ts';
import { present } from '../cases/present.ts';
import { caseFor } from '../cases/queries.ts';
import type { Deps } from '../deps.ts';
import { nameWithin } from '../people/names.ts';
import { toldPerson, toldReader } from '../people/people.ts';
import type { JobNotice } from '../ports.ts';
import { isTakenBack } from '../rooms/taken-back.ts';
import { isShutOut } from '../tenants/shut-out.ts';
import type { CaseView, TimelineEntry } from '../views.ts';
import { contactMayHear } from './contact-consent.ts';

/** What the making of notices stands on besides. */
export interface NoticeDeps extends Deps {
  /** The tenant whose people work at the desks. */
  readonly operatorTenantId: string;
  /** Whether a person can be told in Teams; absent where nobody is. */
  readonly reachesInChat?: ((person: Principal) => Promise<boolean>) | undefined;
}

/** News of one case as its reader may see them at this moment. */
export interface CaseNews {
  /** Of the first notice: with it a receiver recognises a repeat. */
  readonly key: string;
  readonly receipt: boolean;
  readonly view: CaseView;
  /** What happened, oldest first. */
  readonly entries: readonly TimelineEntry[];
}

/** Somebody who is to be told, with the news. */
export interface Told {
  readonly by: Principal;
  readonly reader: ReaderOf;
  readonly news: CaseNews;
}

/** What a case's notices are about. */
export interface About {
  readonly tenantId: string;
  readonly caseId: string;
  readonly notices: readonly JobNotice[];
}

/** Somebody who is not to be told now, or not by this mail. */
export interface Held {
  readonly held: Outcome;
}

/**
 * The person and what they are to be told; `null` where they don't want it this way, are gone, or may not see the case any more. Nothing but a
 * receipt breaks through what they asked for, except that an engineer hears of a case of severity A at once.
 */
export async function tellPerson(deps: NoticeDeps, personId: string, way: Way, about: About): Promise<Told | Held | null> {
  const told = await readerAmong(deps, personId, about);
  if (!told) return null;
  const { by } = told;
  const wishes = wishesOf(told.profile);
  const hears = await hearing(deps, by, wishes, way);
  const found = await caseFor(deps, by, { id: about.caseId }, seqsOf(about));
  if (!found.ok) return null;
  const news = newsOf(found.value, about, hears);
  if (!news) return null;
  const as = isEngineerOf(by, found.value.desk) ? 'desk' : found.value.requester.you ? 'requester' : 'colleague';
  const atOnce = about.notices.some(({ how }) => how === 'receipt') || (as === 'desk' && found.value.severity === 'A');
  const inTheWay = atOnce ? null : held(deps, by, wishes, way, about);
  return inTheWay ? { held: inTheWay } : { by, reader: { as }, news };
}

/** The case's own people, else those of the partner that opened it, else the operator's. */
async function readerAmong(deps: NoticeDeps, personId: string, { tenantId, caseId }: About) {
  const own = await toldReader(deps, tenantId, personId);
  if (own) return own;
  const case_ = await deps.store.cases.find({ kind: 'tenant', tenantId }, { id: caseId });
  const partners = case_?.onBehalfOf ? await toldReader(deps, case_.onBehalfOf, personId) : undefined;
  return partners ?? toldReader(deps, deps.operatorTenantId, personId);
}

/** Of the case's own organisation, or of the partner that opened it. */
const requesterOf = async (deps: Deps, { tenantId, onBehalfOf, requester }: Case): Promise<Principal | undefined> =>
  (await toldPerson(deps, tenantId, requester.id)) ?? (onBehalfOf === null ? undefined : toldPerson(deps, onBehalfOf, requester.id));

/** The same for an address that was named as a contact: what the requester's side may read, without a way into the case. */
export async function tellContact(deps: NoticeDeps, address: string, about: About): Promise<Told | null> {
  const { tenantId, caseId } = about;
  const scope = { kind: 'tenant', tenantId } as const;
  if (await isShutOut(deps, tenantId)) return null;
  const case_ = await deps.store.cases.find(scope, { id: caseId });
  if (!case_?.contacts.includes(address) || !(await contactMayHear(deps, tenantId, address))) return null;
  if (await isTakenBack(deps, case_, address)) return null;
  const [events, organisation, requester] = await Promise.all([
    deps.store.cases.eventsAt(scope, caseId, { internal: false, seqs: seqsOf(about) }),
    deps.directory.tenantName(tenantId),
    requesterOf(deps, case_),
  ]);
  const by = contactOf(case_, address, organisation, requester);
  // Nobody who could close it reads this, so no rule about closing counts; and who else hears of it is not theirs to know.
  const reader = { principal: by, now: deps.now(), settings: deps.settings, closing: unnarrowed, contacts: [] };
  const news = newsOf(present(case_, organisation, { events, earlier: 0 }, reader), about);
  return (
    news && { by, reader: { as: 'contact', requester: requester?.name ?? nameWithin(case_.requester.name, by.locale), organisation }, news }
  );
}

/** Whether its reader wants to hear of something. */
export type Hears = (kind: NoticeKind | null, receipt: boolean) => boolean;

/** @param hears everything unless told */
export function newsOf(view: CaseView, about: About, hears: Hears = () => true): CaseNews | null {
  const notices = new Map(about.notices.map(({ seq, how }) => [seq, how]));
  const entries = view.timeline.filter((entry) => {
    const how = notices.get(entry.seq);
    return how !== undefined && hears(noticeKindOf(entry), how === 'receipt');
  });
  const receipt = about.notices.every(({ how }) => how === 'receipt');
  return entries.length > 0 ? { key: keyOf(about), receipt, view, entries } : null;
}

/** The events that notices are about: there may be any number of newer ones. */
export const seqsOf = ({ notices }: Pick<About, 'notices'>): readonly number[] => [...new Set(notices.map(({ seq }) => seq))];

const keyOf = ({ notices }: About): string => notices[0]?.key ?? '';

/** Nobody that a role could belong to: it sees what everybody on the requester's side may, in the requester's language and zone. */
const contactOf = (case_: Case, address: string, tenantName: string, requester: Principal | undefined): Principal => ({
  tenantId: case_.tenantId,
  tenantName,
  kind: 'customer',
  personId: '',
  name: address,
  email: address,
  roles: [],
  desks: [],
  domains: [],
  country: null,
  locale: requester?.locale ?? 'en',
  timeZone: requester?.timeZone ?? 'UTC',
});
