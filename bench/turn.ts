import { findAction } from '../src/local/card-inputs.ts';
import type { Json } from '../src/local/page/card-actions.ts';
import type { Channel } from './channel.ts';
import type { Measured } from './child.ts';
import { timed } from './figures.ts';
import { sampleForm } from './sample-form.ts';

/** Per turn: milliseconds of processor time, each sample the mean of a batch, and milliseconds until the answer. */
export interface TurnSamples {
  readonly cpu: readonly number[];
  readonly latency: readonly number[];
}

/** A bot in its own process and what one turn of it is. */
export interface TurnBot {
  readonly process: Measured;
  /** Done before each batch, outside what is measured: a turn may need something to work on. */
  prepare(turns: number): Promise<void>;
  turn(index: number): Promise<unknown>;
}

export interface TurnPlan {
  readonly warmUp: number;
  readonly batches: number;
  readonly perBatch: number;
}

/** Batches of the bots alternate, so that whatever else the machine does meets all of them alike. */
export async function measureTurns<Name extends string>(
  bots: Readonly<Record<Name, TurnBot>>,
  { warmUp, batches, perBatch }: TurnPlan,
): Promise<Record<Name, TurnSamples>> {
  const named = Object.entries(bots) as [Name, TurnBot][];
  const samples = new Map(named.map(([name]) => [name, { cpu: [] as number[], latency: [] as number[] }]));
  for (let batch = -Math.ceil(warmUp / perBatch); batch < batches; batch += 1) {
    for (const [name, bot] of named) {
      await bot.prepare(perBatch);
      const before = await bot.process.cpu();
      const latency = await timed(perBatch, (index) => bot.turn(index));
      const used = (await bot.process.cpu()) - before;
      if (batch < 0) continue;
      samples.get(name)?.cpu.push(used / perBatch);
      samples.get(name)?.latency.push(...latency);
    }
  }
  return Object.fromEntries(samples) as unknown as Record<Name, TurnSamples>;
}

/** The echo bot’s turn: text in, text out. */
export const echoTurn = (process: Measured, channel: Channel, personId: string): TurnBot => ({
  process,
  prepare: async () => {},
  turn: async (index) => {
    const replies = await channel.send(process.url, personId, { text: `hello ${index}` });
    if (replies.length !== 1) throw new Error(`The echo bot sent ${replies.length} replies.`);
  },
});

/** The desk’s turn that creates: a filled-in form in, the case stored, its card out. Each has its own draft, as each form has. */
export function createTurn(process: Measured, channel: Channel, personId: string): TurnBot {
  let buttons: object[] = [];
  return {
    process,
    async prepare(turns) {
      buttons = [];
      for (let index = 0; index < turns; index += 1) {
        const [message] = await channel.send(process.url, personId, {
          value: { caseDesk: { do: 'begin', caseType: 'numberAcquisition' } },
        });
        buttons.push(dataOf(message as { readonly attachments?: unknown }, 'sendDraft'));
      }
    },
    async turn(index) {
      const replies = await channel.send(process.url, personId, {
        value: { ...buttons[index], ...sampleForm, quantity: '10', title: `${sampleForm.title} ${index}` },
      });
      if (!/CD-[0-9A-Z]{4}-[0-9A-Z]{4}/.test(JSON.stringify(replies)))
        throw new Error(`No case came of the form: ${JSON.stringify(replies).slice(0, 2_000)}`);
    },
  };
}

/** What the card's button of that verb carries. */
function dataOf({ attachments }: { readonly attachments?: unknown }, verb: string): object {
  const [card] = (attachments ?? []) as { readonly content: Json }[];
  const found = card && findAction(card.content, verb);
  if (!found) throw new Error(`The bot answered without a button to ${verb}: ${JSON.stringify(card).slice(0, 2_000)}`);
  return found.action.data as object;
}
