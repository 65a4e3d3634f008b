import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { startWorker } from '../../src/notify/worker.ts';
import { openStore } from '../../src/store/open.ts';
import { postChannel } from './post-channel.ts';
import { silence } from './silence.ts';

/** A worker by itself, which delivers until it is ended. */
const [databaseUrl, receiver = '', dataDir = tmpdir()] = process.argv.slice(2);
const { store, close } = await openStore({ databaseUrl, dataDir });
const worker = startWorker({
  outbox: store.outbox,
  channels: { ...silence, chat: postChannel(receiver) },
  log: pino({ level: 'silent' }),
  leaseMs: 1_000,
  pollMs: 100,
});
process.on('SIGTERM', async () => {
  await worker.close();
  await close();
});
process.stdout.write('ready\n');
