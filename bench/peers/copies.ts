import type pg from 'pg';

/** A case that is to be filled in, with the product’s ids of what it belongs to. `n` counts from 0. */
export interface Sample {
  readonly n: number;
  readonly open: boolean;
  readonly title: string;
  readonly description: string;
  readonly comment: string;
  readonly customer: number;
  readonly requester: number;
  readonly at: string;
}

/** A case that was made over the product’s own interface, as the model of many. */
export interface Model {
  readonly id: number;
  readonly open: boolean;
}

/** What the models were made with; copies have the sample’s in their place. */
export const placeholders = { title: 'MODELTITLE', description: 'MODELDESCRIPTION', comment: 'MODELCOMMENT' } as const;

/** @returns SQL for the id of the copy of that table’s row; an id that is no model’s stays */
type Moved = (table: string, id: string) => string;

export interface CopiedTable {
  readonly table: string;
  /** Which rows belong to a model: SQL over `r`, the row, and `m.id`, the model’s id. */
  readonly belongs: string;
  /** New values by column: SQL over `r` and `s`, the sample. */
  changes(moved: Moved): Readonly<Record<string, string>>;
}

/** Fills a database with copies of model cases: rows just as the product made them, with other ids, texts, people and times. */
export interface Copier {
  copy(samples: readonly Sample[]): Promise<void>;
  /** Lets the next id of each table come after the copies. */
  end(): Promise<void>;
}

/** The ids that the models’ rows have in a table. Nothing else may have ids between them. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** @param tables in the order in which they are filled */
export async function openCopier(client: pg.Client, models: readonly Model[], tables: readonly CopiedTable[]): Promise<Copier> {
  await client.query(`create temp table models as select * from json_to_recordset('${JSON.stringify(models)}') as m(id int, open boolean)`);
  const spans = new Map<string, Span>();
  for (const { table, belongs } of tables) {
    await client.query(`create temp table model_${table} as select m.open, r as row from ${table} r, models m where ${belongs}`);
    const { rows } = await client.query<Span>(
      `select min((row).id)::int as from, max((row).id)::int as to from model_${table} having count(*) > 0`,
    );
    const [span] = rows;
    if (!span) throw new Error(`No model has rows in ${table}.`);
    spans.set(table, span);
  }
  const moved: Moved = (table, id) => {
    const { from, to } = spans.get(table) as Span;
    return `case when ${id} between ${from} and ${to} then ${id} + (s.n + 1) * ${to - from + 1} else ${id} end`;
  };
  const statements = tables.map((table) => statementOf(table, moved));
  return {
    async copy(samples) {
      await client.query('drop table if exists samples');
      await client.query(
        `create temp table samples as select * from json_to_recordset($1)
           as s(n int, open boolean, title text, description text, comment text, customer int, requester int, at timestamp)`,
        [JSON.stringify(samples)],
      );
      for (const statement of statements) await client.query(statement);
    },
    async end() {
      for (const { table } of tables) await client.query(`select setval('${table}_id_seq', (select max(id) from ${table}))`);
    },
  };
}

function statementOf({ table, changes }: CopiedTable, moved: Moved): string {
  const changed = Object.entries(changes(moved)).map(([column, value]) => `'${column}', ${value}`);
  return `insert into ${table} select c.* from samples s join model_${table} t on t.open = s.open cross join lateral (select (t.row).*) r
    cross join lateral jsonb_populate_record(t.row, jsonb_build_object(${changed.join(', ')})) c order by s.n, r.id`;
}

/** SQL: the text with the sample’s words in the place of the model’s. */
export const reworded = (column: string): string =>
  Object.entries(placeholders).reduce((text, [name, word]) => `replace(${text}, '${word}', s.${name})`, column);

/** SQL: the sample’s time where the model has one. */
export const retimed = (column: string): string => `case when ${column} > '2000-01-01' then s.at else ${column} end`;
