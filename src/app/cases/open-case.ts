import type { Principal } from '../../domain/access/principal.ts';
import { open } from '../../domain/case/open.ts';
import type { CaseType, Desk } from '../../domain/catalogue/desk.ts';
import { findCaseType, findElsewhere } from '../../domain/catalogue/desks.ts';
import { type FormInput, limits } from '../../domain/catalogue/field.ts';
import { needOf } from '../../domain/catalogue/partner-need.ts';
import { askedOf } from '../../domain/catalogue/publishers.ts';
import { selfHelpBefore } from '../../domain/catalogue/self-help.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { timersOf } from '../../domain/sla/timers.ts';
import { checkForm } from '../../forms/values.ts';
import type { Deps } from '../deps.ts';
import { digestOf } from '../digest.ts';
import { hasNone, inTurnFor, neededFor } from '../entitlements/incidents.ts';
import { askContacts, outsideOf } from '../notices/contact-consent.ts';
import { forWhom, type Named } from '../partners/for-whom.ts';
import { onRecord, partiesOf } from '../partners/opening.ts';
import type { AuditEntry, Beginning, FirstQuestions, StoredFile, TenantTransaction } from '../ports.ts';
import { recorded, recordRefusal } from '../refused.ts';
import { roomFacts, roomsNamed, stillLet } from '../rooms/form-rooms.ts';
import type { Done } from './execute.ts';
import { type Fresh, insertNumbered } from './insert.ts';
import { fileFacts, filesNamed } from './lists.ts';

export type OpenRequest = Named & {
  readonly caseType: string;
  readonly input: FormInput;
  /** CS-10: said of a request for a customer where self-help comes first; a draft was begun with it. */
  readonly selfHelp?: 'notSolved' | undefined;
  readonly once: Nonce;
  /** What a face wants to know about the person from then on: kept with the case, or not at all. */
  readonly noted?: ((caseId: string) => { readonly kind: string; readonly note: unknown }) | undefined;
};

/** What makes the same form sent twice one case: the draft it came from, or the API's idempotency key. */
export type Nonce = { readonly draftId: string } | { readonly key: string };

/** `fresh` is the case as it was just opened, so that nobody need read it again to show it; `null` where it was there before. */
export interface Opened extends Done {
  readonly fresh: Fresh | null;
}

/** G-1, F-1 to F-4: a valid form becomes one case, however often and however parallel it is sent. */
export async function openCase(deps: Deps, by: Principal, request: OpenRequest): Promise<Result<Opened, Refusal>> {
  const type = caseTypeFor(deps, request.caseType);
  if (!type.ok) return recorded(deps, by, 'case.open', type);
  const { desk, caseType } = type.value;
  const whom = await forWhom(deps, by, type.value, request, request.input);
  if (!whom.ok) return whom.error.code === 'invalid' ? whom : recordRefusal(deps, by, 'case.open', null, whom.error);
  const { tenantId, filedByDomain, right } = whom.value;
  const helped = tenantId === by.tenantId || 'draftId' in request.once || request.selfHelp === 'notSolved';
  if (!helped && selfHelpBefore(deps.settings.profile, caseType).length > 0)
    return recordRefusal(deps, by, 'case.open', null, selfHelpIsFirst);
  const digest = digestOf({ caseType: request.caseType, input: request.input, ...(tenantId !== by.tenantId && { tenantId }) });

  const named = filesNamed(caseType, request.input);
  const stored =
    named.length > 0
      ? await deps.store.files.findOwn(
          by.tenantId,
          by.personId,
          named.map((f) => f.id),
        )
      : [];
  const facts = {
    ...(await fileFacts(deps, caseType, request.input, stored)),
    ...(await roomFacts(deps, by, { caseType, tenantId })),
    now: deps.now(),
    countries: deps.settings.countries,
    products: deps.settings.products,
  };
  const checked = checkForm(caseType, request.input, { ...facts, ...(await partiesOf(deps, by, tenantId)) });
  if (!checked.ok) {
    // What was sent before may not pass any more: its files are taken, its date has come. It still has the same answer.
    const before = await deps.store.inTenantAsking(by.tenantId, sentBefore(by, request.once), (tx, sent) =>
      answeredBefore(tx, by, sent, { digest, tenantId }),
    );
    if (before) return before;
    // Whoever may not file for them is told that first, and nothing that the form's rules know of them.
    const stands = right(deps.now());
    return stands.ok ? refuse({ code: 'invalid', issues: checked.error }) : recordRefusal(deps, by, 'case.open', null, stands.error);
  }
  if (new Set(named.map((f) => f.id)).size > limits.files) return refuse({ code: 'limitReached', limit: 'files', max: limits.files });
  const administrators = filedByDomain === null ? [] : await deps.directory.withRole(tenantId, 'tenantAdministrator');
  const outside = await outsideOf(deps, tenantId, (checked.value['contacts'] as readonly string[] | undefined) ?? []);

  const opening = async (tx: TenantTransaction, sent: SentBefore): Promise<Result<Opened, Refusal>> => {
    const meanwhile = await answeredBefore(tx, by, sent, { digest, tenantId });
    if (meanwhile) return meanwhile;
    // CS-2: by the clock of the transaction that opens the case.
    const stands = right(tx.now);
    if (!stands.ok) return stands;
    const customerId = tenantId === by.tenantId ? null : tenantId;
    const recorded = await onRecord(
      () => tx.rules.find('partner'),
      needOf(caseType, checked.value),
      { personId: by.personId, customerId, ...stands.value },
      tx.now,
    );
    if (!recorded.ok) return recorded;
    const ids = [...new Set(named.map((f) => f.id))];
    const files = await tx.lockFiles(by.personId, ids);
    const missing = named.find((n) => !files.some((f) => f.id === n.id));
    if (missing) return refuse({ code: 'invalid', issues: [{ field: missing.field, fault: { is: 'fileUnknown' } }] });
    const incidents = await neededFor(tx, by, caseType);
    if (!incidents.ok) return incidents;
    const programme = deps.settings.programmes[desk.id];
    const begins = { desk, caseType, values: checked.value, files: files.map(refOf), by, tenantId, filedByDomain, now: tx.now, programme };
    const answers = 'draftId' in request.once ? { ...request.once, digest } : { personId: by.personId, ...request.once, digest };
    if (tenantId === by.tenantId) {
      const fresh = await beginCase(tx, begins, outside, (id) => ({ answers, note: notedBy(by, request, id) }));
      for (const pack of incidents.value) await tx.packs.take(pack, fresh.case.id);
      await tx.attachFiles(ids, fresh.case.id, false);
      return ok({ tenantId, caseId: fresh.case.id, repeated: false, fresh });
    }
    // RM-5: read in the transaction that opens it, so that what the customer has just ended gives nothing.
    if (!(await stillLet(tx, by, begins))) return refuse({ code: 'notAllowed', action: 'open', why: 'noRoomAssigned' });
    await tx.releaseFiles(ids);
    const fresh = await tx.inTenant(tenantId, async (theirs) => {
      const begun = await beginCase(theirs, begins, outside, undefined, administrators);
      await theirs.keepFiles(files, begun.case.id);
      return begun;
    });
    await tx.answer(answers, fresh.case.id);
    return ok({ tenantId, caseId: fresh.case.id, repeated: false, fresh });
  };
  const opened = await inTurnFor(caseType, by, () => deps.store.inTenantAsking(by.tenantId, sentBefore(by, request.once), opening));
  // Like a form that says something wrong, a pack that is used up is no attempt at what one may not.
  if (!opened.ok && (opened.error.code === 'notAllowed' || hasNone(opened.error)))
    return recordRefusal(deps, by, 'case.open', null, opened.error);
  const note = opened.ok && opened.value.fresh && tenantId !== by.tenantId ? notedBy(by, request, opened.value.caseId) : undefined;
  if (note) await deps.store.notes.save(by.tenantId, by.personId, note.kind, note.note);
  return opened;
}

/** The case in its own tenant, with everything that begins with it. @param administrators who hear of it because no right of the partner's lets them know it beforehand (CS-3) */
export async function beginCase(
  tx: TenantTransaction,
  opening: Opening,
  outside: readonly string[],
  besides: (caseId: string) => Pick<Partial<Beginning>, 'answers' | 'note'> = () => ({}),
  administrators: readonly string[] = [],
): Promise<Fresh> {
  const { by, programme, filedByDomain } = opening;
  const asking = await askContacts(tx, by, outside);
  const fresh = await insertNumbered(
    tx,
    (named) => open({ ...opening, ...named }),
    (opened) => ({
      audit: auditOf(by, 'done', opened.id, {
        ...{ number: opened.number, ...(outside.length > 0 && { contacts: asking }) },
        ...(filedByDomain && { byDomain: filedByDomain, administrators: administrators.length }),
      }),
      ...besides(opened.id),
    }),
    administrators,
  );
  await tx.rooms.nameIn(fresh.case.id, roomsNamed(opening.caseType, opening.values));
  await tx.timers.set(
    fresh.case.id,
    fresh.events.flatMap((event) => timersOf(event, fresh.case, programme)),
  );
  return fresh;
}

function notedBy(by: Principal, request: OpenRequest, caseId: string): Beginning['note'] {
  const noted = request.noted?.(caseId);
  return noted && { personId: by.personId, ...noted };
}

/** CS-10. */
export const selfHelpIsFirst = { code: 'notAllowed', action: 'open', why: 'selfHelpFirst' } as const satisfies Refusal;

/** The declared case type of that id, where its desk is offered (CS-11); PN-16, CS-7: subjects of other services are told where they belong. */
export function caseTypeFor({ settings }: Deps, id: string): Result<{ readonly desk: Desk; readonly caseType: CaseType }, Refusal> {
  const { desks } = settings.profile;
  const found = findCaseType(id);
  if (found) return desks.includes(found.desk.id) ? ok(found) : refuse({ code: 'notAllowed', action: 'open', why: 'deskNotOffered' });
  const subject = findElsewhere(id, desks);
  return subject
    ? refuse({ code: 'directedElsewhere', subject: askedOf(subject, settings.publishers) })
    : refuse({ code: 'invalid', issues: [{ field: 'caseType', fault: { is: 'notAnOption' } }] });
}

/** What the nonce stands for so far: nothing yet, an earlier sending, or no draft of theirs. */
type SentBefore = { readonly digest: string; readonly caseId: string } | null | 'noDraft';

/** Waits for whoever sends the same just now. */
const sentBefore =
  (by: Principal, once: Nonce) =>
  async (tx: FirstQuestions): Promise<SentBefore> => {
    if ('key' in once) return (await tx.receipt(by.personId, once.key)) ?? null;
    const draft = await tx.lockDraft(by.personId, once.draftId);
    return draft ? draft.sent : 'noDraft';
  };

/** Answers as they were answered who sent the same before. */
async function answeredBefore(
  tx: TenantTransaction,
  by: Principal,
  sent: SentBefore,
  { digest, tenantId }: { readonly digest: string; readonly tenantId: string },
): Promise<Result<Opened, Refusal> | undefined> {
  if (sent === 'noDraft') return refuse({ code: 'notFound' });
  if (sent === null) return undefined;
  if (sent.digest === digest) return ok({ tenantId, caseId: sent.caseId, repeated: true, fresh: null });
  await tx.appendAudit(auditOf(by, 'refused', sent.caseId, { code: 'alreadyUsed' }));
  return refuse({ code: 'alreadyUsed' });
}

type Opening = Omit<Parameters<typeof open>[0], 'id' | 'number'>;

const auditOf = (by: Principal, outcome: AuditEntry['outcome'], caseId: string | null, details: AuditEntry['details']): AuditEntry => ({
  actorTenantId: by.tenantId,
  actorId: by.personId,
  action: 'case.open',
  outcome,
  caseId,
  details: { name: by.name, ...details },
});

const refOf = ({ id, name, contentType, size, sha256 }: StoredFile) => ({ id, name, contentType, size, sha256 });
