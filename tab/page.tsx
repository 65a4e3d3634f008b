import { createRoot } from 'react-dom/client';
import type { Begun } from './begin.ts';
import { casesQuery, createQueries } from './queries.ts';
import { Start, settled } from './start.tsx';

/** Milliseconds for which what is shown first waits for its rows, so that it is drawn once and not twice. */
const together = 150;

/** Draws what came of a start, once it is known. */
export async function show(begun: Begun): Promise<void> {
  const queries = createQueries();
  const shown = await settled(begun);
  const { started } = shown;
  if (started.is === 'ready') {
    const rows = started.list && queries.prefetchInfiniteQuery(casesQuery(started.api, started.list.list, started.list.filter));
    await Promise.race([rows, new Promise((resolve) => setTimeout(resolve, together))]);
  }
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Start queries={queries} first={shown} />);
}
