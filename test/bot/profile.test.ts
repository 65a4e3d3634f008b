import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { principalOf } from '../../src/app/people/people.ts';
import { changeProfile } from '../../src/app/people/profile.ts';
import type { Letter } from '../../src/domain/notice/letter.ts';
import { cardOf, type ScriptedPerson } from '../../src/local/teams-client.ts';
import { type BotDesk, startBotDesk } from './desk.ts';
import { actionsIn, press, textOf } from './reading.ts';

let desk: BotDesk;
let jordan: ScriptedPerson;
const posted: Letter[] = [];

beforeAll(async () => {
  desk = await startBotDesk(({ store }) => ({
    store: {
      ...store,
      // What leaves by mail alone is read where it leaves.
      inTenant: (tenantId, work) =>
        store.inTenant(tenantId, (tx) =>
          work({
            ...tx,
            post: async (letter) => {
              posted.push(letter);
              await tx.post(letter);
            },
          }),
        ),
    },
  }));
  jordan = desk.teams.asPerson('Jordan', { locale: 'en-US' });
});
afterAll(() => desk.close());

async function wait(address: string): Promise<string> {
  const by = await principalOf(desk.deps, jordan.organisation.id, jordan.entry.id);
  if (by) await changeProfile(desk.deps, by, { email: address });
  const says = posted.at(-1)?.says;
  return says?.letter === 'confirmAddress' ? says.code : '';
}
const shown = async () => {
  await jordan.say('profile');
  return cardOf(await jordan.lastFromBot());
};

test('PN-15 the profile card shows the address that waits, takes its code and says what came of it', async () => {
  expect(actionsIn(await shown())).toEqual(['Notifications', 'Change in tab', 'Language', 'Home']);
  const code = await wait('jordan@home.example');
  const card = await shown();
  expect(textOf(card)).toMatch(/A code was sent to jordan@home\.example\. Enter it by \d\d:\d\d/);
  expect(actionsIn(card)).toEqual(['Confirm', 'Send a new code', 'Keep the old address', 'Change in tab', 'Language', 'Home']);

  const wrong = code === '00000000' ? '11111111' : '00000000';
  const refused = await press(jordan, 'Confirm', { code: wrong });
  expect(textOf(refused)).toContain('This is not the code that was sent. 4 tries are left.');
  expect(textOf(refused)).toContain(wrong);
  const confirmed = await press(jordan, 'Confirm', { code });
  expect(textOf(confirmed)).toContain('jordan@home.example is confirmed; mail goes there from now on.');
  expect(actionsIn(confirmed)).toEqual(['Notifications', 'Change in tab', 'Language', 'Home']);
  expect(textOf(await shown())).toContain('jordan@home.example');
});

test('PN-15 in the chat a code is sent again, a few times an hour, and the change is taken back', async () => {
  await wait('jordan@new.example');
  await shown();
  expect(textOf(await press(jordan, 'Send a new code'))).toContain('A new code was sent to jordan@new.example.');
  expect(textOf(await press(jordan, 'Send a new code'))).toMatch(/The next one can be sent in \d+ minutes\./);
  const kept = await press(jordan, 'Keep the old address');
  expect(textOf(kept)).toContain('The change is taken back; mail still goes to jordan@home.example.');
  expect(actionsIn(kept)).toEqual(['Notifications', 'Change in tab', 'Language', 'Home']);
});

test('F-6 a button of a card from before says that nothing waits, and writes nothing', async () => {
  const sent = posted.length;
  const old = await jordan.lastFromBot();
  await jordan.submitRaw(old.id, { caseDesk: { do: 'sendCode' } });
  await jordan.until((messages) => JSON.stringify(messages.at(-1)).includes('No address of yours is waiting'));
  expect(posted).toHaveLength(sent);
});

test('PN-15 in the chat one sees what one is told of in which way, and changes it there', async () => {
  const before = await shown();
  expect(actionsIn(before)).toEqual(['Notifications', 'Change in tab', 'Language', 'Home']);
  expect(textOf(before)).toContain('Everything');
  const card = await press(jordan, 'Notifications');
  expect(actionsIn(card)).toEqual(['Save', 'Quiet hours and summary', 'Back']);
  expect(JSON.stringify(card)).not.toContain('Assignments');
  const after = await press(jordan, 'Save', { chat: 'answers,closing', email: '' });
  expect(textOf(after)).toContain('Your choice is saved.');
  expect(textOf(after)).toContain('Answers and questions, Closing');
  expect(textOf(after)).toContain('Nothing but receipts');
});
