import { type CopiedTable, type Model, placeholders, retimed, reworded } from './copies.ts';
import { fill } from './fill.ts';
import type { Caller } from './http.ts';
import { clientOf, createQueue, createUser } from './rt-rest.ts';

/** Makes queues, users and two tickets over REST, and copies of the tickets in its tables. @param url of its database */
export async function fillRequestTracker(url: string, call: Caller, cases: number): Promise<void> {
  const modelRequester = await createUser(call, 'model', 'model@bench.example');
  await fill(url, cases, {
    customer: (name) => createQueue(call, name),
    requester: (name) => createUser(call, name, `${name}@bench.example`),
    models: () => modelTickets(call),
    tables: tablesOf(modelRequester),
  });
}

/** One that stays open and one that was resolved, each with an answer to the requester. */
async function modelTickets(call: Caller): Promise<readonly Model[]> {
  const client = clientOf(call, 'General', 'model');
  const { title, description, comment } = placeholders;
  const ids = [await client.create({ title, description }), await client.create({ title, description })];
  for (const id of ids) await client.comment(id, comment);
  await client.close(ids[1] ?? '');
  return ids.map((id, index) => ({ id: Number(id), open: index === 0 }));
}

const ofModel = `r.domain = 'RT::Ticket-Role' and r.instance = m.id`;
const groupOfModel = `r.groupid in (select id from groups where domain = 'RT::Ticket-Role' and instance = m.id)`;
const transactionOfModel = `r.objecttype = 'RT::Ticket' and r.objectid = m.id`;
const attachedToModel = `r.transactionid in (select id from transactions where objecttype = 'RT::Ticket' and objectid = m.id)`;

/** A ticket has its requester, owner and watchers in groups, which are principals, and members of themselves. */
const tablesOf = (modelRequester: number): readonly CopiedTable[] => [
  {
    table: 'tickets',
    belongs: 'r.id = m.id',
    changes: (moved) => ({
      id: moved('tickets', 'r.id'),
      effectiveid: moved('tickets', 'r.effectiveid'),
      queue: 's.customer',
      subject: 's.title',
      ...times('told', 'started', 'resolved', 'created', 'lastupdated'),
    }),
  },
  {
    table: 'transactions',
    belongs: transactionOfModel,
    changes: (moved) => ({ id: moved('transactions', 'r.id'), objectid: moved('tickets', 'r.objectid'), ...times('created') }),
  },
  {
    table: 'attachments',
    belongs: attachedToModel,
    changes: (moved) => ({
      id: moved('attachments', 'r.id'),
      transactionid: moved('transactions', 'r.transactionid'),
      parent: moved('attachments', 'r.parent'),
      messageid: `r.messageid || '-' || s.n`,
      ...Object.fromEntries(['subject', 'content', 'headers'].map((column) => [column, reworded(`r.${column}`)])),
      ...times('created'),
    }),
  },
  {
    table: 'principals',
    belongs: `exists (select from groups g where g.id = r.id and g.domain = 'RT::Ticket-Role' and g.instance = m.id)`,
    changes: (moved) => ({ id: moved('principals', 'r.id') }),
  },
  {
    table: 'groups',
    belongs: ofModel,
    changes: (moved) => ({
      id: moved('principals', 'r.id'),
      instance: moved('tickets', 'r.instance'),
      ...times('created', 'lastupdated'),
    }),
  },
  {
    table: 'groupmembers',
    belongs: groupOfModel,
    changes: (moved) => ({
      id: moved('groupmembers', 'r.id'),
      groupid: moved('principals', 'r.groupid'),
      memberid: memberOf(modelRequester, 'r.memberid'),
      ...times('created', 'lastupdated'),
    }),
  },
  {
    table: 'cachedgroupmembers',
    belongs: groupOfModel,
    changes: (moved) => ({
      id: moved('cachedgroupmembers', 'r.id'),
      via: moved('cachedgroupmembers', 'r.via'),
      groupid: moved('principals', 'r.groupid'),
      immediateparentid: moved('principals', 'r.immediateparentid'),
      memberid: moved('principals', memberOf(modelRequester, 'r.memberid')),
    }),
  },
];

const memberOf = (modelRequester: number, id: string): string => `(case when ${id} = ${modelRequester} then s.requester else ${id} end)`;

const times = (...columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, retimed(`r.${column}`)]));
