import { rmSync } from 'node:fs';
import type { Letter } from '../../src/domain/notice/letter.ts';
import { openBlobs } from '../../src/store/blobs.ts';
import { storeOver } from '../../src/store/store.ts';
import type { Bare, bareEngines } from '../store/bare.ts';
import { freshFolder } from '../store/databases.ts';
import { deskOver } from './desk.ts';

/** The use cases over a database that can also be read as its owner: for what leaves by mail alone, and for what time does. */
export async function openDesk(engine: (typeof bareEngines)[number]) {
  const bare = await engine.open();
  const folder = freshFolder();
  const desk = deskOver({ store: storeOver(bare.db, async () => {}), blobs: await openBlobs(folder, 0) });
  return {
    ...desk,
    db: bare.db,
    letters: (address: string) => lettersTo(bare, address),
    async close() {
      await bare.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type LetterDesk = Awaited<ReturnType<typeof openDesk>>;

/** What waits to be delivered to an address, oldest first. */
async function lettersTo({ db }: Pick<Bare, 'db'>, address: string): Promise<readonly Pick<Letter, 'says' | 'locale'>[]> {
  const rows = await db.selectFrom('outbox').select(['recipient', 'letter']).where('letter', 'is not', null).orderBy('id').execute();
  return rows.filter(({ recipient }) => (recipient as { address?: string }).address === address).map(({ letter }) => letter as Letter);
}
