import type { Principal } from '../../domain/access/principal.ts';
import { isOpen } from '../../domain/case/lifecycle.ts';
import { desks } from '../../domain/catalogue/desks.ts';
import { words } from '../../domain/i18n/index.ts';
import type { Outage, OutageUpdate } from '../../domain/outage/outage.ts';
import { summaryOf } from '../cases/present.ts';
import { reasonText } from '../cases/timeline.ts';
import type { Deps } from '../deps.ts';
import { nameOf } from '../people/names.ts';
import { scopeOf } from '../people/people.ts';
import type { Sending } from '../ports.ts';
import type { CaseSummary, PersonView, ReasonView } from '../views.ts';

/** An outage in the list. */
export interface OutageRow extends Omit<Outage, 'openedBy'> {
  readonly deskName: string;
  readonly cases: { readonly open: number; readonly total: number };
}

export interface UpdateView extends Pick<OutageUpdate, 'id' | 'step' | 'text' | 'at'> {
  readonly by: PersonView;
  /** In words; `null` where none was asked for. */
  readonly reason: string | null;
  /** How many cases are still to be reached. */
  readonly pending: number;
  readonly results: readonly Pick<Sending, 'caseId' | 'caseNumber' | 'outcome'>[];
}

/** An outage as the engineers of its desk see it. */
export interface OutageView extends OutageRow {
  readonly openedBy: PersonView;
  /** Linked cases, newest change first. */
  readonly linked: readonly CaseSummary[];
  /** Newest first. */
  readonly updates: readonly UpdateView[];
  /** The reasons that resolving its cases offers; empty where the desk asks for none. */
  readonly reasons: readonly ReasonView[];
}

export const rowOf = (
  { openedBy: _by, ...outage }: Outage,
  cases: OutageRow['cases'] = { open: 0, total: 0 },
  reader: Principal,
): OutageRow => ({ ...outage, deskName: words(reader.locale).desks[outage.desk].name, cases });

export async function viewOf(deps: Deps, outage: Outage, reader: Principal): Promise<OutageView> {
  const { outages } = deps.store;
  const [rows, updates, engineers] = await Promise.all([
    outages.cases(scopeOf(reader), outage.id),
    outages.updates(reader.tenantId, outage.id),
    deps.directory.engineers(outage.desk),
  ]);
  const sendings = await outages.sendings(
    reader.tenantId,
    updates.map(({ id }) => id),
  );
  const names = new Map(engineers.map(({ id, name }) => [id, name]));
  const person = (id: string): PersonView => ({ id, name: nameOf(names.get(id) ?? '', reader.locale), you: id === reader.personId });
  const tenants = new Map(
    await Promise.all([...new Set(rows.map((row) => row.tenantId))].map(async (id) => [id, await deps.directory.tenantName(id)] as const)),
  );
  const as = { principal: reader, now: deps.now(), settings: deps.settings };
  const open = rows.filter(({ status }) => isOpen(status)).length;
  const reasons = desks[outage.desk].reasons.resolve;
  return {
    ...rowOf(outage, { open, total: rows.length }, reader),
    openedBy: person(outage.openedBy),
    linked: rows.map((row) => summaryOf(row, tenants.get(row.tenantId) ?? '', as)),
    updates: updates.map((update) => updateView(update, sendings, { outage, reader, by: person(update.by) })),
    reasons: reasons.kind === 'picked' ? reasons.from.map((id) => ({ id, label: reasonText(outage.desk, id, reader) })) : [],
  };
}

function updateView(
  { id, step, text, reason, at }: OutageUpdate,
  sendings: readonly Sending[],
  { outage, reader, by }: { readonly outage: Outage; readonly reader: Principal; readonly by: PersonView },
): UpdateView {
  const results = sendings.filter((one) => one.updateId === id).map(({ caseId, caseNumber, outcome }) => ({ caseId, caseNumber, outcome }));
  const pending = results.filter(({ outcome }) => outcome === null).length;
  return { id, step, text, at, by, reason: reason === null ? null : reasonText(outage.desk, reason, reader), pending, results };
}
