import { opening } from '../../domain/access/policy.ts';
import type { Case } from '../../domain/case/case.ts';
import { domainOf } from '../../domain/notice/mailbox.ts';
import type { Deps } from '../deps.ts';

/** RM-5: whether an address is one of the partner that opened the case, which has lost the case with a room of it. */
export async function isTakenBack({ store, directory }: Deps, { id, tenantId, desk, onBehalfOf }: Case, address: string): Promise<boolean> {
  if (onBehalfOf === null || opening[desk].onBehalfOf !== 'assignedRooms') return false;
  if (!(await directory.domains(onBehalfOf)).includes(domainOf(address))) return false;
  const scope = { kind: 'partner', tenantId: onBehalfOf, acting: [{ desk, tenantId }], byDomain: [] } as const;
  return (await store.cases.find(scope, { id })) === undefined;
}
