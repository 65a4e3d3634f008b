import { expect, test } from '@jest/globals';
import { rememberVerified, type Verified } from '../../src/app/verified-tokens.ts';

const minute = 60_000;

function at(start: number) {
  let now = start;
  const asked: string[] = [];
  const verify = async (token: string): Promise<Verified<string>> => {
    asked.push(token);
    const [name = '', until] = token.split(' ');
    if (until === undefined) throw new Error('not right');
    return { names: name, until: Number(until) };
  };
  return { believe: rememberVerified(verify, () => now), asked, pass: (ms: number) => (now += ms) };
}

test('F-26 a token that was found right is not looked at again for five minutes, and never past its end', async () => {
  const { believe, asked, pass } = at(0);
  const [long, short] = [`ada ${60 * minute}`, `eve ${2 * minute}`];
  for (const token of [long, short, long, short]) await believe(token);
  expect(asked).toEqual([long, short]);
  pass(2 * minute);
  expect(await believe(long)).toBe('ada');
  expect(asked).toHaveLength(2);
  await believe(short);
  expect(asked).toHaveLength(3);
  pass(3 * minute);
  await believe(long);
  expect(asked).toEqual([long, short, short, long]);
});

test('F-26 of a token that was refused nothing is kept, and the number of those kept has a limit', async () => {
  const { believe, asked } = at(0);
  await expect(believe('junk')).rejects.toThrow('not right');
  await expect(believe('junk')).rejects.toThrow('not right');
  expect(asked).toHaveLength(2);
  const [first, last] = [`0 ${minute}`, `10000 ${minute}`];
  for (let index = 0; index <= 10_000; index += 1) await believe(`${index} ${minute}`);
  asked.length = 0;
  await believe(last);
  expect(asked).toEqual([]);
  await believe(first);
  expect(asked).toEqual([first]);
});
