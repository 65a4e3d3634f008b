import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encode } from '../../bot/actions.ts';
import { partnerRights } from '../../src/app/partners/rights.ts';
import { operatorProfiles } from '../../src/domain/operator-profiles.ts';
import { contoso } from '../../src/local/organisations.ts';
import { sampleRights } from '../../src/local/relationships.ts';
import { cardOf } from '../../src/local/teams-client.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { press, textOf } from './reading.ts';

let desk: BotDesk;
beforeAll(async () => {
  desk = await startBotDesk((deps) => ({
    partners: partnerRights(sampleRights(), deps.now),
    settings: { ...deps.settings, profile: operatorProfiles.china },
  }));
});
afterAll(() => desk.close());

test('CS-11 in the chat a desk that is not offered is not there to be chosen', async () => {
  const priya = desk.teams.asPerson('Priya', { locale: 'en-GB' });
  await priya.say('create');
  const desks = textOf(cardOf(await priya.lastFromBot()));
  expect(desks).toContain('Cloud services');
  for (const name of ['Phone numbers', 'Meeting rooms']) expect(desks).not.toContain(name);
  await priya.say('rooms');
  expect(textOf(cardOf(await priya.lastFromBot()))).toContain('You may not do this');
});

test('CS-11 G-19 in the chat a draft of a desk that is not offered any more is listed as such, and can only be deleted', async () => {
  const { entry, organisation } = desk.teams.asPerson('Priya');
  const id = crypto.randomUUID();
  const draft = { id, tenantId: organisation.id, personId: entry.id, caseType: 'portIn', onBehalfOf: null };
  await desk.deps.store.drafts.insert({ ...draft, input: { title: 'Lyon' } });
  const priya = desk.teams.asPerson('Priya', { locale: 'en-GB' });
  await priya.say('drafts');
  const list = cardOf(await priya.lastFromBot());
  expect(textOf(list)).toContain('its desk is not offered here any more');
  expect(JSON.stringify(list)).not.toContain('Resume');
  const sent = await priya.invokeRaw('adaptiveCard/action', {
    action: { type: 'Action.Execute', verb: 'draft', data: encode({ do: 'draft', draftId: id }) },
    trigger: 'manual',
  });
  expect(JSON.stringify(sent.body)).toContain('This desk is not offered here.');
  await priya.say('drafts');
  expect(textOf(await press(priya, 'Delete'))).toContain('You have no drafts.');
});

test('CS-1, CS-10 a customer is chosen in the chat; self-help comes first, and may end it', async () => {
  const priya = desk.teams.asPerson('Priya', { locale: 'en-GB' });
  await priya.say('create');
  await press(priya, 'Cloud services');
  await press(priya, 'Continue', { customer: contoso.id });
  const first = textOf(await press(priya, 'Problem with Microsoft 365'));
  expect(first).toContain('First, self-help');
  expect(first).toContain('Microsoft 365 operated by 21Vianet');
  expect(first).toContain('Contoso');
  const form = await press(priya, 'Not solved');
  expect(textOf(form)).toContain('What you tried');
  await priya.say('create');
  await press(priya, 'Cloud services');
  await press(priya, 'Continue', { customer: contoso.id });
  await press(priya, 'Problem with Microsoft 365');
  expect(textOf(await press(priya, 'The customer was told how'))).toContain('No case was created');
});
