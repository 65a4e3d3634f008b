import type { Deps } from '../app/deps.ts';
import { principalOf, type ReaderHints } from '../app/people.ts';
import type { TokenVerifier } from '../app/tokens.ts';
import type { Principal } from '../domain/access/principal.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Rejection } from './problem.ts';

/** Longer ones are no token of anybody's; Entra's are some 2 kB. */
const longest = 8_192;

/** ID-1: the person a bearer token speaks for. Nothing but the token says who, and nothing says why it was refused (F-26). */
export async function authenticate(
  deps: Deps,
  tokens: TokenVerifier,
  authorization: string | undefined,
  hints: ReaderHints,
): Promise<Result<Principal, Rejection>> {
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec((authorization ?? '').slice(0, longest))?.[1];
  const holder = token === undefined ? undefined : await tokens.verify(token);
  if (!holder) return refuse({ code: 'unauthenticated' });
  const { tenantId, personId, guest, claims } = holder;
  const { name, username, directoryRoles, appRoles } = claims;
  const locale = hints.locale ?? null;
  await deps.directory.seen?.({ tenantId, id: personId, name, email: username, guest, locale, directoryRoles, appRoles });
  const principal = await principalOf(deps, tenantId, personId, hints);
  if (!principal) return refuse({ code: 'unknownPerson' });
  return ok(guest ? { ...principal, roles: ['guest'], desks: [] } : principal);
}
