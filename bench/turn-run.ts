import { contoso } from '../src/local/organisations.ts';
import { appId, type Channel, openChannel } from './channel.ts';
import { freePorts, type Measured, startChild } from './child.ts';
import { filledStore } from './stores.ts';
import { createTurn, echoTurn, measureTurns, type TurnPlan, type TurnSamples } from './turn.ts';

const casesBefore = 1_000;

/** The echo bot and the desk's bot over each storage, each in its own process, in alternating batches. */
export async function turnSamples(databaseUrl: string, plan: TurnPlan): Promise<Record<'echo' | 'server' | 'embedded', TurnSamples>> {
  const personId = contoso.people[0]?.id ?? '';
  const opened = new AsyncDisposableStack();
  try {
    const channel = opened.adopt(await openChannel(), (made) => made.close());
    const start = async (script: string, settings: Record<string, string>) =>
      opened.adopt(await startBot(script, channel, settings), (bot) => bot.stop());
    const desk = async (url: string | undefined) => {
      const place = opened.adopt(await filledStore(url, casesBefore), (made) => made.remove());
      const bot = await start('bench/desk-bot.ts', { DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl ?? '' });
      return createTurn(bot, channel, personId);
    };
    const echo = echoTurn(await start('bench/echo-bot.ts', {}), channel, personId);
    return await measureTurns({ echo, server: await desk(databaseUrl), embedded: await desk(undefined) }, plan);
  } finally {
    await opened.disposeAsync();
  }
}

async function startBot(script: string, channel: Channel, settings: Record<string, string>): Promise<Measured> {
  const [port = 0] = await freePorts(1);
  const common = { PORT: String(port), CHANNEL_URL: channel.url, APP_ID: appId, REPLY_TOKEN: channel.replyToken };
  return startChild(script, { ...common, ...settings }, `http://127.0.0.1:${port}`, '/readyz');
}
