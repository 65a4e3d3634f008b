import { appId, type Channel } from './channel.ts';
import { freePorts, type Measured, startChild } from './child.ts';
import type { Place } from './seed.ts';

/** A desk as a process of its own. @param worker whether it delivers its notices itself; `people` as tokens have shown them, unless told */
export async function startDeliveringDesk(
  channel: Channel,
  { dataDir, databaseUrl = '' }: Place,
  {
    connector,
    worker,
    people = 'seen',
  }: { readonly connector: string; readonly worker: 'on' | 'off'; readonly people?: 'seen' | 'sample' },
): Promise<Measured> {
  const [port = 0] = await freePorts(1);
  const common = { PORT: String(port), CHANNEL_URL: channel.url, APP_ID: appId, REPLY_TOKEN: channel.replyToken };
  const settings = { ...common, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, CONNECTOR_URL: connector, PEOPLE: people, WORKER: worker };
  return startChild('bench/desk-bot.ts', settings, `http://127.0.0.1:${port}`, '/readyz');
}
