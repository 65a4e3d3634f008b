import { randomUUID } from 'node:crypto';
import { openCase } from '../../src/app/cases/open-case.ts';
import { recordPack } from '../../src/app/entitlements/packs.ts';
import { contoso } from '../../src/local/organisations.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { deskOver, granted } from './desk.ts';
import { supportForm } from './support-form.ts';

/** PS-7: so many forms sent at once by whoever bought one pack of five. @returns what became of them, and of the pack */
export async function submitAtOnce(opened: Pick<OpenStore, 'store' | 'blobs'>, submits: number, keyOf: () => string = randomUUID) {
  const { deps, someone } = deskOver(opened);
  const [camille, ingrid] = [await someone('Camille'), await someone('Ingrid')];
  const purchase = { tenantId: contoso.id, personId: camille.personId, confirmation: randomUUID(), purchasedOn: deps.now().slice(0, 10) };
  const { id } = granted(await recordPack(deps, ingrid, purchase));
  const submit = () =>
    openCase(deps, camille, { caseType: 'supportIncident', input: supportForm(), onBehalfOf: null, once: { key: keyOf() } });
  const done = await Promise.all(Array.from({ length: submits }, submit));
  const uses = await deps.store.packs.uses(contoso.id, [id]);
  return {
    cases: [...new Set(done.flatMap((one) => (one.ok ? [one.value.caseId] : [])))].sort(),
    refusedAsUsed: done.filter((one) => !one.ok && one.error.code === 'noIncident' && one.error.why.is === 'used').length,
    remaining: (await deps.store.packs.find(contoso.id, id))?.remaining,
    taken: uses.map(({ caseId }) => caseId).sort(),
  };
}
