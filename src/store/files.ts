import type { Kysely, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Store, StoredFile } from '../app/ports.ts';
import { isId } from './ids.ts';
import type { Database } from './schema.ts';
import { inScope } from './scope.ts';
import { reading, type Tx, within } from './transaction.ts';

const toFile = (record: Selectable<Database['files']>): StoredFile => ({
  id: record.id,
  name: record.name,
  contentType: record.content_type,
  size: record.size,
  sha256: record.sha256,
  tenantId: record.tenant_id,
  ownerId: record.owner_id,
  caseId: record.case_id,
  internal: record.internal,
  createdAt: record.created_at.toISOString(),
});

export const filesOf = (db: Kysely<Database>): Store['files'] => ({
  insert: async (file) => {
    await within(db, { kind: 'tenant', tenantId: file.tenantId }, (tx) =>
      tx
        .insertInto('files')
        .values({
          tenant_id: file.tenantId,
          id: file.id,
          owner_id: file.ownerId,
          name: file.name,
          content_type: file.contentType,
          size: file.size,
          sha256: file.sha256,
        })
        .execute(),
    );
  },
  findOwn: async (tenantId, ownerId, ids) => {
    const wanted = ids.filter(isId);
    if (wanted.length === 0) return [];
    return reading(db, { kind: 'tenant', tenantId }, async (tx) =>
      inOrder(wanted, await loose(tx, tenantId, ownerId).selectAll().where('id', 'in', wanted).execute()),
    );
  },
  findOfCase: async (scope, caseId, fileId) => {
    if (!isId(caseId) || !isId(fileId)) return undefined;
    return reading(db, scope, async (tx) => {
      const query = tx
        .selectFrom('files')
        .innerJoin('cases', (join) => join.onRef('cases.tenant_id', '=', 'files.tenant_id').onRef('cases.id', '=', 'files.case_id'))
        .selectAll('files')
        .where('files.case_id', '=', caseId)
        .where('files.id', '=', fileId)
        .where(inScope(scope));
      const record = await (scope.kind !== 'desks' ? query.where('files.internal', '=', false) : query).executeTakeFirst();
      return record && toFile(record);
    });
  },
  removeOwn: async (tenantId, ownerId, id) => {
    if (!isId(id)) return;
    await within(db, { kind: 'tenant', tenantId }, (tx) =>
      tx
        .deleteFrom('files')
        .where('tenant_id', '=', tenantId)
        .where('owner_id', '=', ownerId)
        .where('id', '=', id)
        .where('case_id', 'is', null)
        .execute(),
    );
  },
  countOwn: (tenantId, ownerId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const { files } = await loose(tx, tenantId, ownerId).select(sql<number>`count(*)::int`.as('files')).executeTakeFirstOrThrow();
      return files;
    }),
});

const loose = (tx: Tx, tenantId: string, ownerId: string) =>
  tx.selectFrom('files').where('tenant_id', '=', tenantId).where('owner_id', '=', ownerId).where('case_id', 'is', null);

function inOrder(ids: readonly string[], records: readonly Selectable<Database['files']>[]): readonly StoredFile[] {
  const found = new Map(records.map((record) => [record.id, toFile(record)]));
  return [...new Set(ids.map((id) => id.toLowerCase()))].flatMap((id) => found.get(id) ?? []);
}

/** Locked in the order of their ids, so that two who want the same ones can't wait for each other. */
export async function lockFiles(tx: Tx, tenantId: string, ownerId: string, ids: readonly string[]): Promise<readonly StoredFile[]> {
  const wanted = ids.filter(isId);
  if (wanted.length === 0) return [];
  return inOrder(wanted, await loose(tx, tenantId, ownerId).selectAll().where('id', 'in', wanted).orderBy('id').forUpdate().execute());
}

export async function attachFiles(tx: Tx, tenantId: string, ids: readonly string[], caseId: string, internal: boolean): Promise<void> {
  const taken = ids.filter(isId);
  if (taken.length === 0) return;
  await tx
    .updateTable('files')
    .set({ case_id: caseId, internal })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', taken)
    .where('case_id', 'is', null)
    .execute();
}

export async function releaseFiles(tx: Tx, tenantId: string, ids: readonly string[]): Promise<void> {
  const left = ids.filter(isId);
  if (left.length === 0) return;
  await tx.deleteFrom('files').where('tenant_id', '=', tenantId).where('id', 'in', left).where('case_id', 'is', null).execute();
}

export async function keepFiles(tx: Tx, tenantId: string, files: readonly StoredFile[], caseId: string): Promise<void> {
  if (files.length === 0) return;
  await tx
    .insertInto('files')
    .values(
      files.map(({ id, ownerId, name, contentType, size, sha256 }) => ({
        ...{ tenant_id: tenantId, id, owner_id: ownerId, case_id: caseId },
        ...{ name, content_type: contentType, size, sha256 },
      })),
    )
    .execute();
}
