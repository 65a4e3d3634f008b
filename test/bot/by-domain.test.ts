import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { registerKnown } from '../../src/app/tenants/gate.ts';
import { operator, sampleOrganisations } from '../../src/local/organisations.ts';
import { cardOf } from '../../src/local/teams-client.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, press, textOf } from './reading.ts';

let desk: BotDesk;
beforeAll(async () => {
  const tenantOfDomain = async (domain: string) => sampleOrganisations.find(({ domains }) => domains.includes(domain))?.id;
  desk = await startBotDesk(() => ({ tenantOfDomain }));
  await registerKnown(desk.deps.store.tenants, operator.id, sampleOrganisations);
});
afterAll(() => desk.close());

test('CS-3 in the chat a partner names a customer by domain; what is wrong or refused is said above what was typed', async () => {
  const emile = desk.teams.asPerson('Émile', { locale: 'en-GB' });
  await emile.say('create');
  const types = await press(emile, 'Cloud services');
  expect(textOf(types)).toContain('File by the customer’s domain');
  const asks = textOf(await press(emile, 'File by the customer’s domain'));
  expect(asks).toContain('its administrators are told of it');
  const wrong = textOf(await press(emile, 'Begin the form', { customerDomain: 'contoso', subscription: 'mine' }));
  expect(wrong).toContain('Enter a domain such as contoso.com.');
  const subscription = '7a1c1a3e-5d0b-4f6e-9c55-0d7f5a2f6c11';
  const unknown = await press(emile, 'Begin the form', { customerDomain: 'nowhere.example', subscription });
  expect(textOf(unknown)).toContain('No customer of this desk has this domain');
  expect(JSON.stringify(unknown)).toContain('nowhere.example');
  const form = await press(emile, 'Begin the form', { customerDomain: 'contoso.example', subscription });
  expect(textOf(form)).toContain('contoso.example');
  expect(textOf(form)).toContain('as an exception');
  expect(JSON.stringify(form)).toContain(subscription);
});

test('CS-3 whoever has no such right is not offered it', async () => {
  const camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  await camille.say('create');
  expect(actionsIn(cardOf(await camille.lastFromBot())).join()).not.toContain('File by the customer’s domain');
});
