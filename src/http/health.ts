import type { Request, Response, Server } from 'restify';
import type { Store } from '../app/ports.ts';
import { answerJson } from './answer.ts';

/** Milliseconds in which the database has to say that it is there. */
const patience = 3_000;

/** `/healthz`: the process answers. `/readyz`: it can also work, so requests may come (F-10). */
export function serveHealth(server: Server, store: Pick<Store, 'ready'>): void {
  server.get('/healthz', async (_: Request, response: Response) => answerJson(response, 200, { status: 'up' }));
  server.get('/readyz', async (_: Request, response: Response) => {
    const ready = await isReady(store);
    answerJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'unavailable' }, ready ? {} : { 'retry-after': '5' });
  });
}

async function isReady(store: Pick<Store, 'ready'>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const asked = store.ready().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
}
