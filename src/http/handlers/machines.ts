import { caseFor, listCases } from '../../app/cases/queries.ts';
import type { Deps } from '../../app/deps.ts';
import { auditFile } from '../../app/organisation/audit.ts';
import { createMachine, listMachines, revokeMachine, rotateMachine } from '../../app/organisation/machines.ts';
import { tenantReader } from '../../app/tenants/reader.ts';
import type { MachineCaller } from '../../domain/access/machine.ts';
import type { Principal } from '../../domain/access/principal.ts';
import { readCaseNumber } from '../../domain/case/number.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { machineOperations } from '../contract/machines.ts';
import type { Handlers } from '../contract.ts';
import { auditTypes } from './audit.ts';
import { isId } from './ids.ts';
import { etag } from './opened.ts';

const nothing = { code: 'notFound' } as const;

export const machineHandlers: Pick<Handlers, keyof typeof machineOperations> = {
  listIntegrations: async ({ deps, by }) => {
    const machines = await listMachines(deps, by);
    return machines.ok ? ok({ status: 200, body: { items: [...machines.value] } }) : machines;
  },
  createIntegration: async ({ deps, by, body }) => {
    const made = await createMachine(deps, by, body);
    return made.ok ? ok({ status: 201, body: made.value }) : made;
  },
  rotateIntegration: async ({ deps, by, params, body }) => {
    const made = isId(params.id) ? await rotateMachine(deps, by, params.id, body) : refuse(nothing);
    return made.ok ? ok({ status: 200, body: made.value }) : made;
  },
  revokeIntegration: async ({ deps, by, params }) => {
    const ended = await revokeMachine(deps, by, params.id);
    return ended.ok ? ok({ status: 200, body: ended.value }) : ended;
  },
  listCasesAsMachine: async ({ deps, by, query }) => {
    const { q, desk = null, country = null, status = null, cursor = null, customer: _, ...rest } = query;
    const page = await listCases(deps, await readerFor(deps, by), {
      ...rest,
      list: 'company',
      words: q || null,
      desk,
      country,
      status,
      cursor,
    });
    return page.ok ? ok({ status: 200, body: { items: [...page.value.items], next: page.value.next } }) : page;
  },
  getCaseAsMachine: async ({ deps, by, params }) => {
    const number = isId(params.id) ? undefined : readCaseNumber(params.id);
    if (number && !number.ok) return refuse({ code: number.error === 'mistyped' ? 'mistypedNumber' : 'notFound' });
    const found = await caseFor(deps, await readerFor(deps, by), number ? { number: number.value } : { id: params.id });
    if (!found.ok) return found;
    // It reads, and may do nothing.
    return ok({ status: 200, body: { ...found.value, permitted: [] }, headers: etag(found.value.version) });
  },
  exportAuditAsMachine: async ({ deps, by, query }) => {
    const { name, content } = auditFile(deps, await readerFor(deps, by), query);
    return ok({ status: 200, body: { file: { name }, type: auditTypes[query.format], content } });
  },
};

async function readerFor(deps: Deps, { tenantId, machineId, name }: MachineCaller): Promise<Principal> {
  const tenantName = await deps.directory.tenantName(tenantId);
  return tenantReader({ id: tenantId, name: tenantName, kind: 'customer' }, { id: `machine:${machineId}`, name, locale: 'en' });
}
