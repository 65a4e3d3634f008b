import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCase } from '../../src/app/cases/open-case.ts';
import { recordPack } from '../../src/app/entitlements/packs.ts';
import { partnerRights } from '../../src/app/partners/rights.ts';
import { addRoom } from '../../src/app/rooms/register.ts';
import { contoso, fabrikam } from '../../src/local/organisations.ts';
import { sampleRights } from '../../src/local/relationships.ts';
import { cardOf } from '../../src/local/teams-client.ts';
import { deskOver, granted } from '../app/desk.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, press, textOf } from './reading.ts';

let desk: BotDesk;
beforeAll(async () => {
  desk = await startBotDesk((deps) => ({ partners: partnerRights(sampleRights(), deps.now) }));
});
afterAll(() => desk.close());

const said = async (name: string, words: string, locale?: string) => {
  const person = desk.teams.asPerson(name, locale ? { locale } : {});
  await person.say(words);
  return cardOf(await person.lastFromBot());
};

test('G-9 in the chat reports show whoever may see them their organisation’s, or their desks’, and nobody else any', async () => {
  const app = deskOver(desk.deps);
  const [thomas, jordan, ingrid] = [await app.someone('Thomas'), await app.someone('Jordan'), await app.someone('Ingrid')];
  const atlas = granted(await addRoom(desk.deps, thomas, { site: 'Paris', email: null, capacity: null, name: 'Atlas' }));
  const input = { title: 'No picture', description: 'Black.', rooms: [atlas.id] };
  granted(await openCase(desk.deps, thomas, { caseType: 'roomIncident', input, onBehalfOf: null, once: { key: crypto.randomUUID() } }));
  await app.open(thomas);
  await app.open(jordan);
  const purchasedOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  granted(await recordPack(desk.deps, ingrid, { tenantId: contoso.id, personId: thomas.personId, confirmation: 'ORD-7', purchasedOn }));

  const own = textOf(await said('Thomas', 'rapports'));
  expect(own).toContain('2 dossiers ouverts sur la période, 2 en cours actuellement');
  expect(own).toContain('Pas encore due 1');
  expect(own).toContain('Sans gravité\nEn cours 1');
  expect(own).toContain('Moins d’un jour\nNouveau 2');
  expect(own).toContain('1 hors service en ce moment, sur 1 salle.');
  expect(own).toContain('5 sur 5 incidents');
  const ofDesk = await said('Ingrid', 'Reports', 'en-GB');
  expect(textOf(ofDesk)).toContain('3 cases opened in this period, 3 open now');
  expect(textOf(ofDesk)).toContain('New 2');
  expect(textOf(ofDesk)).toContain('Contoso');
  expect(actionsIn(ofDesk)).toEqual(['Last 7 days', 'Last 90 days', 'Last 365 days', 'Open in tab', 'Home']);
  const ingrids = desk.teams.asPerson('Ingrid', { locale: 'en-GB' });
  expect(await ingrids.press(await ingrids.lastFromBot(), 'Open in tab')).toMatchObject({
    kind: 'link',
    url: expect.stringMatching(/reports$/),
  });
  expect(textOf(await press(ingrids, 'Last 7 days'))).toContain('Last 7 days.');
  expect(textOf(await said('Léa', 'Reports', 'en-GB'))).toContain('You may not do this');
});

test('G-17 in the chat an administrator is led to where a leaver’s cases are transferred, and nobody else', async () => {
  const card = await said('Camille', 'transfer cases', 'en-GB');
  expect(textOf(card)).toContain('Give all open cases of a person to a colleague');
  const camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
  expect(await camille.press(await camille.lastFromBot(), 'Open in tab')).toMatchObject({ url: expect.stringMatching(/organisation$/) });
  for (const name of ['Léa', 'Ingrid']) expect(textOf(await said(name, 'Transfer cases', 'en-GB'))).toContain('You may not do this');
});

test('G-17 in the chat the requester says who follows the case, and an address of nobody who could is named and kept', async () => {
  const app = deskOver(desk.deps);
  const { number, id } = await app.open(await app.someone('Léa'));
  const lea = desk.teams.asPerson('Léa', { locale: 'en-GB' });
  await lea.say(number);
  const edit = async (person: typeof lea) => {
    if (!actionsIn(cardOf(await person.lastFromBot())).includes('Edit')) await press(person, 'More');
    return press(person, 'Edit');
  };
  const form = await edit(lea);
  expect(textOf(form)).toContain('Followed by');
  const typed = { title: 'A question', description: 'Which numbers?', contacts: '' };
  const refused = await press(lea, 'Confirm', { ...typed, followers: 'thomas.girard@contoso.example, nobody@contoso.example' });
  expect(textOf(refused)).toContain('nobody@contoso.example can’t follow this case');
  expect(JSON.stringify(refused)).toContain('thomas.girard@contoso.example, nobody@contoso.example');
  await press(lea, 'Confirm', { ...typed, followers: 'thomas.girard@contoso.example' });
  expect((await app.see(await app.someone('Thomas'), id)).permitted).toContain('unfollow');
  await lea.say(number);
  expect(JSON.stringify(await edit(lea))).toContain('"value":"thomas.girard@contoso.example"');
});

test('G-4 in the chat a partner’s board has its customers with how its cases for each stand, and nobody else has one', async () => {
  const app = deskOver(desk.deps);
  const robin = await app.someone('Robin');
  const input = { title: 'Which invoice?', description: 'It has two totals.', billingSubject: 'invoice', tried: 'Read both' };
  const bill = { ...input, whyEscalated: 'tools', contactName: 'Robin Castillo', contactEmail: ['robin.castillo@adatum.example'] };
  const { caseId } = granted(
    await openCase(desk.deps, robin, {
      caseType: 'cloudBilling',
      input: bill,
      onBehalfOf: fabrikam.id,
      once: { key: crypto.randomUUID() },
    }),
  );
  const card = await said('Robin', 'customers', 'en-GB');
  expect(textOf(card)).toContain('1 customer · 1 relationship ends soon');
  expect(textOf(card)).toMatch(/Fabrikam\nOpen 1 · Your right ends \d/);
  expect(actionsIn(card)).toEqual(['Customers’ cases', 'Open in tab', 'Home']);
  expect(actionsIn(await said('Robin', 'home', 'fr-FR'))).toContain('Clients');
  expect(textOf(await press(desk.teams.asPerson('Robin', { locale: 'fr-FR' }), 'Clients'))).toContain('Fin de votre droit');
  for (const name of ['Léa', 'Ingrid']) expect(textOf(await said(name, 'clients', 'en-GB'))).toContain('You may not do this');

  // CS-4: on a card too, severity A asks for the number that the case lacks, once.
  const lead = await app.someone('Ingrid');
  await said('Ingrid', (await app.see(lead, caseId)).number, 'en-GB');
  const ingrid = desk.teams.asPerson('Ingrid', { locale: 'en-GB' });
  const change = async () => {
    if (!actionsIn(cardOf(await ingrid.lastFromBot())).includes('Change severity')) await press(ingrid, 'More');
    return press(ingrid, 'Change severity');
  };
  expect(textOf(await change())).toContain('Needed for severity A.');
  const raised = { severity: 'A', text: 'All of them are down.' };
  expect(textOf(await press(ingrid, 'Confirm', raised))).toContain('Ask the partner for one and enter it here.');
  await press(ingrid, 'Confirm', { ...raised, contactPhone: '+1 206 555 0100' });
  const view = await app.see(lead, caseId);
  expect([view.severity, view.particulars['contactPhone']]).toEqual(['A', '+1 206 555 0100']);
  expect(textOf(await change())).not.toContain('Needed for severity A.');
});
