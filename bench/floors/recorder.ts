import pg from 'pg';

/** One statement on one of the connections that a piece of work used. */
interface Statement {
  readonly connection: number;
  readonly query: { readonly text: string; readonly values: unknown[] };
}

/** What a piece of work asked of PostgreSQL, in the packets in which it went: those of one group were sent without waiting for one another. */
export type Recorded = readonly (readonly Statement[])[];

type Query = (...given: readonly unknown[]) => unknown;

/** Does the work and writes down every statement that any connection of `pg` is given meanwhile. */
export async function recorded(work: () => Promise<unknown>): Promise<Recorded> {
  const { prototype } = pg.Client as unknown as { prototype: { query: Query } };
  const { query } = prototype;
  const groups: Statement[][] = [];
  const connections: unknown[] = [];
  let pending = 0;
  prototype.query = function (this: unknown, ...given) {
    const connection = connections.includes(this) ? connections.indexOf(this) : connections.push(this) - 1;
    if (pending === 0) groups.push([]);
    groups.at(-1)?.push({ connection, query: queryOf(given) });
    pending += 1;
    const answered = () => {
      pending -= 1;
    };
    const callback = given.at(-1);
    if (typeof callback !== 'function') return (query.apply(this, [...given]) as Promise<unknown>).finally(answered);
    const told = (...answer: unknown[]) => {
      answered();
      callback(...answer);
    };
    return query.apply(this, [...given.slice(0, -1), told]);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return groups;
}

function queryOf([first, second]: readonly unknown[]): Statement['query'] {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? [...second] : [] };
  const { text, values = [] } = first as { text: string; values?: unknown[] };
  return { text, values: [...values] };
}

/** The same statements in the same packets over these connections, as plain text, and nothing done with the answers. */
export async function replay(connections: readonly pg.ClientBase[], groups: Recorded): Promise<void> {
  for (const group of groups) {
    await Promise.all(group.map(({ connection, query }) => connections[connection]?.query({ ...query })));
  }
}
