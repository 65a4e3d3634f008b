import { sql } from 'kysely';
import type { Scope } from '../app/ports.ts';

/** What every query over cases asks for first, whatever the database's own lock says. One desk is compared plainly: its indexes then keep their order. */
export function inScope(scope: Scope) {
  if (scope.kind === 'tenant') return sql<boolean>`cases.tenant_id = ${scope.tenantId}`;
  const [only, ...others] = scope.desks;
  return others.length === 0 ? sql<boolean>`cases.desk = ${only ?? ''}` : sql<boolean>`cases.desk = any(${[...scope.desks]}::text[])`;
}

export const onlyDesk = (scope: Scope): string | null =>
  scope.kind === 'desks' && scope.desks.length === 1 ? (scope.desks[0] ?? null) : null;
