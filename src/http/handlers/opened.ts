import type { Done } from '../../app/cases/execute.ts';
import type { Opened } from '../../app/cases/open-case.ts';
import { caseFor, openedCaseFor } from '../../app/cases/queries.ts';
import type { Deps } from '../../app/deps.ts';
import type { CaseView } from '../../app/views.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result } from '../../domain/result.ts';

export const etag = (version: number): { readonly etag: string } => ({ etag: `"${version}"` });

/** G-1: the new case with its number; 200 where the same was sent before (F-1). */
export async function opened(deps: Deps, by: Principal, done: Opened) {
  const found = await openedCaseFor(deps, by, done);
  if (!found.ok) return found;
  const headers = { ...etag(found.value.version), location: `/api/v1/cases/${done.caseId}` };
  return ok({ status: done.repeated ? 200 : 201, body: found.value, headers } as const);
}

/** The case as it stands after a change. */
export async function changed(deps: Deps, by: Principal, done: Result<Done, Refusal>) {
  if (!done.ok) return done;
  const found = await caseFor(deps, by, { id: done.value.caseId });
  return found.ok ? ok({ status: 200, body: found.value as CaseView, headers: etag(found.value.version) } as const) : found;
}
