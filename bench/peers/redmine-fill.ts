import { type CopiedTable, type Model, placeholders, retimed, reworded } from './copies.ts';
import { fill } from './fill.ts';
import type { Caller } from './http.ts';
import { clientOf, createProject, createUser } from './redmine-rest.ts';

/** Makes projects, users and two issues over REST, and copies of the issues in its tables. @param url of its database */
export async function fillRedmine(url: string, call: Caller, cases: number): Promise<void> {
  const author = await createUser(call, 'model', 'model@bench.example');
  await createProject(call, 'model');
  await fill(url, cases, {
    customer: (name) => createProject(call, name),
    requester: (name) => createUser(call, name, `${name}@bench.example`),
    models: () => modelIssues(call),
    tables: tablesOf(author),
  });
}

/** One that stays open and one that was closed, each with an answer to its author. */
async function modelIssues(call: Caller): Promise<readonly Model[]> {
  const client = clientOf(call, 'model', 'model');
  const { title, description, comment } = placeholders;
  const ids = [await client.create({ title, description }), await client.create({ title, description })];
  for (const id of ids) await client.comment(id, comment);
  await client.close(ids[1] ?? '');
  return ids.map((id, index) => ({ id: Number(id), open: index === 0 }));
}

const tablesOf = (author: number): readonly CopiedTable[] => [
  {
    table: 'issues',
    belongs: 'r.id = m.id',
    changes: (moved) => ({
      id: moved('issues', 'r.id'),
      root_id: moved('issues', 'r.root_id'),
      project_id: 's.customer',
      author_id: `case when r.author_id = ${author} then s.requester else r.author_id end`,
      subject: 's.title',
      description: 's.description',
      start_date: 's.at::date',
      ...times('created_on', 'updated_on', 'closed_on'),
    }),
  },
  {
    table: 'journals',
    belongs: `r.journalized_type = 'Issue' and r.journalized_id = m.id`,
    changes: (moved) => ({
      id: moved('journals', 'r.id'),
      journalized_id: moved('issues', 'r.journalized_id'),
      notes: reworded('r.notes'),
      ...times('created_on'),
    }),
  },
  {
    table: 'journal_details',
    belongs: `r.journal_id in (select id from journals where journalized_type = 'Issue' and journalized_id = m.id)`,
    changes: (moved) => ({ id: moved('journal_details', 'r.id'), journal_id: moved('journals', 'r.journal_id') }),
  },
];

const times = (...columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, retimed(`r.${column}`)]));
