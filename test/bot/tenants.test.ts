import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tenantGate } from '../../src/app/tenants/gate.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { contoso, fabrikam, operator } from '../../src/local/organisations.ts';
import { type BotDesk, startBotDesk } from './desk.ts';

let desk: BotDesk;
beforeAll(async () => {
  desk = await startBotDesk((deps) => ({
    gate: tenantGate({ tenants: deps.store.tenants, operatorTenantId: operator.id, admission: 'listed', now: () => Number.NaN }),
  }));
});
afterAll(() => desk.close());

const states = async () => {
  const { items } = await desk.deps.store.tenants.list({ state: null, kind: null, words: null, cursor: null, limit: 100 });
  return Object.fromEntries(items.map(({ id, state }) => [id, state]));
};

test('installing the bot registers the tenant; one that is not listed hears at once that it waits', async () => {
  const camille = desk.teams.asPerson('Camille', { locale: 'fr-FR' });
  await camille.open();
  const { title } = words('fr').api.problems.tenantWaiting;
  const said = await camille.until((messages) => messages.some((message) => JSON.stringify(message).includes(title)));
  expect(said.filter((message) => JSON.stringify(message).includes(title))).toHaveLength(1);
  expect(await states()).toEqual({ [contoso.id]: 'waiting' });
});

test('people of a suspended tenant get a card that says so, and no other answer', async () => {
  const now = new Date().toISOString();
  const row = {
    id: fabrikam.id,
    name: 'Fabrikam',
    kind: 'customer',
    reason: 'Unpaid',
    registeredAt: now,
    changedAt: now,
    exported: null,
  } as const;
  await desk.deps.store.tenants.change(operator.id, (tx) => tx.save({ ...row, state: 'suspended' }));
  const jordan = desk.teams.asPerson('Jordan', { locale: 'en-US' });
  await jordan.say('my cases');
  const { title } = words('en').api.problems.tenantSuspended;
  const said = await jordan.until((messages) => messages.some((message) => JSON.stringify(message).includes(title)));
  expect(JSON.stringify(said)).not.toContain('Unpaid');
  expect(JSON.stringify(said)).not.toContain(words('en').bot.lists.titles.mine);
});
