import type { IncomingMessage } from 'node:http';
import type { Deps } from '../app/deps.ts';
import { TenantClosed } from '../app/faults.ts';
import { keepSeen, principalOf, type ReaderHints } from '../app/people/people.ts';
import { sessionOf } from '../app/people/sessions.ts';
import type { Session } from '../app/ports.ts';
import type { TokenHolder, TokenVerifier } from '../app/tokens.ts';
import type { Principal } from '../domain/access/principal.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import type { Rejection } from './problem.ts';
import { type Cookie, readCookie } from './sign-in/cookies.ts';
import { fromOwnPage } from './sign-in/same-origin.ts';

/** Longer ones are no token of anybody's; Entra's are some 2 kB. */
const longest = 8_192;

/** By what people are known: a token that they send along, or the session of their browser. */
export interface Doors {
  readonly tokens: TokenVerifier;
  /** Absent where nobody can sign in with a browser. */
  readonly session?: { readonly cookie: Cookie; readonly origin: () => string } | undefined;
}

/**
 * ID-1: the person a request speaks for. Nothing but a token or a session says who, and nothing says why it was refused (F-26). A request
 * that brings a token is judged by that alone. A browser sends its cookie along with whatever any page makes it ask, so a change
 * by session must come from our own page.
 */
export async function authenticate(
  deps: Deps,
  { tokens, session }: Doors,
  request: IncomingMessage,
  hints: ReaderHints,
): Promise<Result<Principal, Rejection>> {
  const { authorization } = request.headers;
  const key = session && authorization === undefined ? readCookie(request, session.cookie) : undefined;
  if (session && key !== undefined) {
    if (request.method !== 'GET' && !fromOwnPage(request, session.origin())) return refuse({ code: 'crossSite' });
    const found = await sessionOf(deps, key);
    return found ? letIn(deps, found, hints) : refuse({ code: 'unauthenticated' });
  }
  const token = tokenOf(request);
  const holder = token === undefined ? undefined : await tokens.verify(token);
  return holder ? letIn(deps, holder, hints) : refuse({ code: 'unauthenticated' });
}

export const tokenOf = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer ([\w.~+/=-]+)$/i.exec((headers.authorization ?? '').slice(0, longest))?.[1];

async function letIn(deps: Deps, who: Session & Partial<TokenHolder>, hints: ReaderHints): Promise<Result<Principal, Rejection>> {
  const { tenantId, personId, guest, claims } = who;
  try {
    // Of people who are not let in nothing is kept.
    await deps.gate.pass(tenantId);
    if (claims) {
      const { name, username, directoryRoles, appRoles } = claims;
      const locale = hints.locale ?? null;
      await keepSeen(deps, { tenantId, id: personId, name, email: username, guest, locale, directoryRoles, appRoles });
    }
    const principal = await principalOf(deps, tenantId, personId, hints);
    if (!principal) return refuse({ code: 'unknownPerson' });
    return ok(guest ? { ...principal, roles: ['guest'], desks: [] } : principal);
  } catch (fault) {
    if (fault instanceof TenantClosed) return refuse({ code: closedCodes[fault.why] });
    throw fault;
  }
}

export const closedCodes = { suspended: 'tenantSuspended', waiting: 'tenantWaiting' } as const;
