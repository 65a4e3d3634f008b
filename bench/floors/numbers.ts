import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readNumberList } from '../../src/forms/number-list/read.ts';
import { type Row, rowOf, timed } from '../figures.ts';

const country = 'FR';

/** A list of that many French numbers, all good, as a CSV; and what the library makes of the same ones by itself. */
export async function numberRows({ numbers, rounds, judge }: { numbers: number; rounds: number; judge: boolean }): Promise<Row[]> {
  const list = Array.from({ length: numbers }, (_, index) => `+331472${String(index).padStart(5, '0')}`);
  const bytes = new TextEncoder().encode(['number', ...list].join('\r\n'));
  const desk: number[] = [];
  const alone: number[] = [];
  const blocked: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  for (let round = -1; round < rounds; round += 1) {
    const library = await timed(1, async () => libraryAlone(list));
    delay.reset();
    delay.enable();
    const ours = await timed(1, () => readAll(bytes, numbers));
    delay.disable();
    if (round < 0) continue;
    alone.push(...library);
    desk.push(...ours);
    blocked.push(delay.max / 1e6);
  }
  const count = numbers.toLocaleString('en');
  return [
    rowOf(`${count} numbers parsed by libphonenumber-js alone`, 'ms', alone),
    rowOf(`${count} numbers of a list read, checked and reported`, 'ms', desk, {
      beside: { name: 'libphonenumber-js', samples: alone },
      aim: judge ? { ratio: 1.25 } : undefined,
    }),
    rowOf('longest that others wait meanwhile', 'ms', blocked, { aim: judge ? { p95: 50 } : undefined }),
  ];
}

function libraryAlone(list: readonly string[]): void {
  for (const number of list) {
    const parsed = parsePhoneNumberFromString(number);
    if (!parsed?.isValid() || parsed.country !== country) throw new Error(`The library does not take ${number}.`);
  }
}

async function readAll(bytes: Uint8Array, numbers: number): Promise<void> {
  const { good } = await readNumberList(bytes, country);
  if (good !== numbers) throw new Error(`Of ${numbers} numbers ${good} were taken.`);
}
