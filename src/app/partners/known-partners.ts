import type { Store } from '../ports.ts';

/** Puts on record whose reseller a partner is, where nothing is on record of it yet: the local desk's. */
export async function recordKnownReseller({ inTenant }: Pick<Store, 'inTenant'>, tenantId: string, provider: string): Promise<void> {
  await inTenant(tenantId, async (tx) => {
    const { value, version } = await tx.rules.find('partner');
    if (version === 0) await tx.rules.save('partner', { ...value, provider }, 0, { id: 'service', name: 'Case Desk' });
  });
}
