import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Deps } from '../../src/app/deps.ts';
import { words } from '../../src/domain/i18n/index.ts';
import { type GraphDirectory, graphDirectory } from '../../src/graph/directory.ts';
import { seenDirectory } from '../../src/identity/seen-directory.ts';
import { contoso, operator } from '../../src/local/organisations.ts';
import { type BotDesk, startBotDesk } from '../bot/desk.ts';
import { type Api, startApi } from '../http/api.ts';
import { appId, entraError, graphError, list, type Microsoft, type Said, startMicrosoft } from './microsoft.ts';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

let microsoft: Microsoft;
let directory: GraphDirectory;
const overGraph = (deps: Deps): Deps => {
  const seen = seenDirectory(deps.store.people, operator.id);
  directory = graphDirectory({ graph: microsoft.client({ attempts: 1 }), seen, operatorTenantId: operator.id, appId });
  return { ...deps, directory };
};
beforeAll(async () => {
  microsoft = await startMicrosoft();
  microsoft.trusted();
});
afterAll(() => microsoft.close());

/** What Graph says of everybody at Contoso. */
function everybody(person: Said, held: readonly string[] = []) {
  for (const { id } of contoso.people) {
    microsoft.says(`/users/${id}`, person);
    microsoft.says(`/users/${id}/transitiveMemberOf`, list(held.map((roleTemplateId) => ({ roleTemplateId }))));
  }
  microsoft.says(
    '/organization',
    list([{ displayName: 'Contoso', countryLetterCode: 'FR', verifiedDomains: [{ name: 'contoso.example' }] }]),
  );
}
const person = { body: { displayName: 'Camille Laurent', userPrincipalName: 'camille@contoso.example', userType: 'Member' } };
const down = graphError(503, 'ServiceNotAvailable');

describe('in the chat', () => {
  let desk: BotDesk;
  beforeAll(async () => {
    desk = await startBotDesk(overGraph);
  });
  afterAll(() => desk.close());

  test('ID-3 where nothing is known and Graph is down, the bot says to try again', async () => {
    everybody(down);
    const camille = desk.teams.asPerson('Camille', { locale: 'en-GB' });
    await camille.say('my cases');
    const said = await camille.until((messages) => messages.some(({ text }) => text === words('en').refusals.busy));
    expect(said).toBeTruthy();
  });
});

describe('over HTTP', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi({ change: overGraph });
  });
  afterAll(() => api.close());
  beforeEach(() => directory.refresh(contoso.id));
  const company = { query: { list: 'company' } };

  test('F-31 a role that Graph no longer shows is refused at the next action', async () => {
    const camille = await api.as('Camille');
    everybody(person, [globalAdministrator]);
    expect((await camille.done('listCases', company)).status).toBe(200);
    everybody(person);
    directory.refresh(contoso.id);
    expect((await camille.refused('listCases', company)).code).toBe('notAllowed');
  });

  test('ID-3 where nothing is known and Graph is down, the answer is 503 and says to try again', async () => {
    everybody(down);
    const thomas = await api.as('Thomas');
    expect(await thomas.refused('listCases')).toMatchObject({ status: 503, code: 'unavailable' });
  });

  test('ID-4 a tenant that did not agree is served by what its tokens say', async () => {
    microsoft.entraSays(entraError(700016));
    const other = await api.as('Jordan');
    expect((await other.done('listCases')).status).toBe(200);
  });
});
