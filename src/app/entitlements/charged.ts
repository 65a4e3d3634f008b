import type { CaseEvent } from '../../domain/case/events.ts';
import { type Charge, charges } from '../../domain/case/support-state.ts';
import type { TenantTransaction } from '../ports.ts';

/**
 * PS-6: where these events decide on charging, what is not charged goes back to the pack it came from, once.
 *
 * @returns what the audit keeps of it
 */
export async function settleCharge(
  tx: TenantTransaction,
  caseId: string,
  events: readonly CaseEvent[],
): Promise<{ readonly charge?: Charge; readonly pack?: string }> {
  const charge = charges.find((one) => events.some((event) => event.type === 'supported' && event.what === one));
  if (!charge) return {};
  const pack = charge === 'notCharged' ? await tx.packs.giveBack(caseId) : undefined;
  return { charge, ...(pack !== undefined && { pack }) };
}
