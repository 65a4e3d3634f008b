import { type Kysely, type Selectable, sql } from 'kysely';
import type { SeenPerson, Store } from '../app/ports.ts';
import { hasWords } from './has-words.ts';
import type { Database } from './schema.ts';
import { once, reading, within } from './transaction.ts';

const most = 200;
const mostFound = 20;
const mostDomains = 100;

/** People as tokens and rosters have shown them. */
export const seenPeopleOf = (db: Kysely<Database>): Store['people'] => ({
  find: (tenantId, id) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await tx.selectFrom('people').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst();
      return record && personOf(record);
    }),
  save: async ({ tenantId, id, name, email, guest, locale, directoryRoles, appRoles }) => {
    const roles =
      directoryRoles && appRoles ? { directory_roles: JSON.stringify(directoryRoles), app_roles: JSON.stringify(appRoles) } : {};
    await within(db, { kind: 'tenant', tenantId }, (tx, now) =>
      tx
        .insertInto('people')
        .values({ tenant_id: tenantId, id, name, email, guest, locale, directory_roles: null, app_roles: null, ...roles })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'id']).doUpdateSet({ name, email, guest, ...(locale && { locale }), ...roles, seen_at: now }),
        )
        .execute(),
    );
  },
  domains: (tenantId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('people')
        .select(sql<string>`lower(split_part(email, '@', 2))`.as('domain'))
        .distinct()
        .where('tenant_id', '=', tenantId)
        .where('guest', '=', false)
        .limit(mostDomains)
        .execute();
      return records.map(({ domain }) => domain).filter((domain) => domain !== '');
    }),
  lastOf: (tenantId) =>
    once(db, { kind: 'tenant', tenantId }, 'read only', async (tx) => {
      const record = await tx
        .selectFrom('people')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('guest', '=', false)
        .orderBy('seen_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return record && personOf(record);
    }),
  search: (tenantId, words) =>
    reading(db, { kind: 'tenant', tenantId }, (tx) =>
      tx
        .selectFrom('people')
        .select(['id', 'name', 'email'])
        .where('tenant_id', '=', tenantId)
        .where('guest', '=', false)
        .where(hasWords(sql`name || ' ' || email`, words))
        .orderBy('name')
        .orderBy('id')
        .limit(mostFound)
        .execute(),
    ),
  withAppRole: (tenantId, role) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('people')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('app_roles', 'is not', null)
        .orderBy('name')
        .orderBy('id')
        .limit(most)
        .execute();
      return records.map(personOf).filter(({ appRoles }) => appRoles?.includes(role));
    }),
  withDirectoryRole: (tenantId, templateIds) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
      const records = await tx
        .selectFrom('people')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where(sql<boolean>`directory_roles::jsonb ?| ${[...templateIds]}::text[]`)
        .orderBy('name')
        .orderBy('id')
        .limit(50)
        .execute();
      return records.map(personOf);
    }),
});

const personOf = (record: Selectable<Database['people']>): SeenPerson => ({
  tenantId: record.tenant_id,
  id: record.id,
  name: record.name,
  email: record.email,
  guest: record.guest,
  locale: record.locale,
  directoryRoles: record.directory_roles as readonly string[] | null,
  appRoles: record.app_roles as readonly string[] | null,
});
