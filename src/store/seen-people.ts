import type { Kysely, Selectable } from 'kysely';
import type { SeenPerson, Store } from '../app/ports.ts';
import type { Database } from './schema.ts';
import { reading, within } from './transaction.ts';

const most = 200;

/** People as tokens and rosters have shown them. */
export const seenPeopleOf = (db: Kysely<Database>): Store['people'] => ({
  find: (tenantId, id) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
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
  lastOf: (tenantId) =>
    reading(db, { kind: 'tenant', tenantId }, async (tx) => {
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
