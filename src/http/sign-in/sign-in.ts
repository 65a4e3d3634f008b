import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Deps } from '../../app/deps.ts';
import { beginSession, endSession, sessionOf } from '../../app/people/sessions.ts';
import type { CodeExchange } from '../../app/ports.ts';
import type { IdTokenVerifier } from '../../app/tokens.ts';
import { negotiate } from '../../domain/i18n/index.ts';
import { answerJson, answerProblem } from '../answer.ts';
import type { Limits } from '../limits.ts';
import { type Cookie, cookieNamed, dropCookie, readCookie, setCookie } from './cookies.ts';
import { ownPath } from './own-path.ts';
import { fromOwnPage } from './same-origin.ts';
import { newSecret, packed, sameText, stateOf, unpacked } from './sign-in-state.ts';

/** Signing in with a browser of one's own: authorisation code, PKCE, and a session in a cookie. */
export interface SignIn {
  /** The desk's address as people's browsers know it: `https://desk.contoso.com`. */
  readonly origin: () => string;
  readonly clientId: string;
  /** Entra's authorisation endpoint. */
  readonly authorize: () => string;
  /** The delegated permission that `/consent` asks for. */
  readonly consentScope: string;
  readonly exchange: CodeExchange;
  readonly verify: IdTokenVerifier;
}

/** Why a sign-in came to nothing: in the address of the page that says so. */
export type SignInFault = 'cancelled' | 'expired' | 'consent' | 'notLetIn' | 'failed' | 'busy';

export interface SignInParts {
  readonly deps: Deps;
  readonly log: Logger;
  readonly secure: boolean;
  readonly limits?: Limits | null;
  readonly signIn: SignIn;
}

const callbackPath = '/sign-in/callback';
const scopes = 'openid profile offline_access';
/** Seconds that somebody has to sign in. */
const patience = 600;

export const sessionCookie = (secure: boolean): Cookie => cookieNamed('desk-session', secure);
const signInCookie = (secure: boolean): Cookie => cookieNamed('desk-sign-in', secure);

/** `/sign-in`, where Entra comes back to, `/session`, and `/sign-out`. No token is in any address, and none reaches a script. */
export function serveSignIn(server: Server, { deps, log, secure, limits, signIn }: SignInParts): void {
  const underWay = signInCookie(secure);
  const session = sessionCookie(secure);

  const lead = (response: Response, location: string, ...cookies: readonly string[]): void => {
    response.setHeader('set-cookie', cookies);
    response.writeHead(302, { location }).end();
  };

  /** Whether too many strangers come from one address; it is answered then. */
  const turnedAway = (request: Request, response: Response): boolean => {
    const retryAfter = limits?.ofStranger(request);
    if (retryAfter !== undefined) refuse(request, response, { code: 'tooManyRequests', retryAfter });
    return retryAfter !== undefined;
  };

  async function finish(
    request: Request,
    asked: URLSearchParams,
  ): Promise<{ readonly to: string; readonly key?: string; readonly fault?: SignInFault }> {
    const begun = unpacked(readCookie(request, underWay));
    if (!begun) return { to: ownPath(null), fault: 'expired' };
    const to = ownPath(begun.to);
    const { state, nonce, verifier } = stateOf(begun.secret);
    if (!sameText(asked.get('state') ?? '', state)) return { to, fault: 'expired' };
    const code = asked.get('code') ?? '';
    if (asked.has('error') || code === '' || code.length > 4_096) return { to, fault: faultOf(asked) };
    const exchanged = await signIn.exchange({ code, verifier, nonce, redirectUri: signIn.origin() + callbackPath });
    if (!exchanged.ok)
      return { to, fault: exchanged.error.is === 'noConsent' ? 'consent' : exchanged.error.is === 'throttled' ? 'busy' : 'failed' };
    const holder = await signIn.verify(exchanged.value, nonce);
    if (!holder) return { to, fault: 'failed' };
    const begins = await beginSession(deps, holder);
    return begins.ok ? { to, key: begins.value } : { to, fault: begins.error };
  }

  server.get('/sign-in', async (request: Request, response: Response) => {
    if (turnedAway(request, response)) return;
    const elsewhere = otherName(request, signIn.origin());
    if (elsewhere) return lead(response, elsewhere);
    const secret = newSecret();
    const { state, nonce, challenge } = stateOf(secret);
    const to = ownPath(queryOf(request).get('to'));
    const asked = new URLSearchParams({
      client_id: signIn.clientId,
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: signIn.origin() + callbackPath,
      scope: scopes,
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      // A machine may be shared: nobody is signed in as whoever was there last.
      prompt: 'select_account',
    });
    lead(response, `${signIn.authorize()}?${asked}`, setCookie(underWay, packed(secret, to), patience));
  });

  server.get(callbackPath, async (request: Request, response: Response) => {
    if (turnedAway(request, response)) return;
    try {
      const { to, key, fault } = await finish(request, queryOf(request));
      // What another's sign-in may have left in this browser is over.
      const before = readCookie(request, session);
      if (key !== undefined && before) await endSession(deps, before);
      const cookies = [dropCookie(underWay), ...(key === undefined ? [] : [setCookie(session, key)])];
      lead(response, fault ? withFault(to, fault) : to, ...cookies);
    } catch (err) {
      log.warn({ requestId: request.getId(), err }, 'a sign-in could not be finished');
      lead(response, withFault(ownPath(null), 'busy'), dropCookie(underWay));
    }
  });

  server.get('/session', async (request: Request, response: Response) => {
    const key = readCookie(request, session);
    try {
      answerJson(response, 200, { signedIn: key !== undefined && (await sessionOf(deps, key)) !== undefined });
    } catch {
      refuse(request, response, { code: 'unavailable' });
    }
  });

  server.post('/sign-out', async (request: Request, response: Response) => {
    request.resume();
    if (!fromOwnPage(request, signIn.origin())) return refuse(request, response, { code: 'crossSite' });
    try {
      const key = readCookie(request, session);
      if (key) await endSession(deps, key);
      response.setHeader('set-cookie', dropCookie(session));
      response.writeHead(204).end();
    } catch {
      refuse(request, response, { code: 'unavailable' });
    }
  });
}

function refuse(request: Request, response: Response, refusal: Parameters<typeof answerProblem>[1]): void {
  const locale = negotiate(request.headers['accept-language']) ?? 'en';
  answerProblem(response, refusal, { locale, requestId: request.getId() });
}

/** Entra's own words may name people and are not looked at, but for the number of what is missing. */
function faultOf(asked: URLSearchParams): SignInFault {
  const error = asked.get('error') ?? '';
  if (error === 'consent_required' || /AADSTS(?:65001|90094|90099)\b/.test(asked.get('error_description') ?? '')) return 'consent';
  return error === 'access_denied' ? 'cancelled' : error === 'temporarily_unavailable' ? 'busy' : 'failed';
}

function withFault(to: string, fault: SignInFault): string {
  const url = new URL(to, 'https://own.invalid');
  url.searchParams.set('sign-in', fault);
  return url.pathname + url.search + url.hash;
}

/** On this machine a browser may have come by the other name of the loopback address, whose cookies are others. */
function otherName({ headers, url = '' }: Request, origin: string): string | undefined {
  const { hostname, port } = new URL(origin);
  return hostname === '127.0.0.1' && headers.host === `localhost:${port}` ? origin + url : undefined;
}

/** Since restify 12 this is a URL, which its types don't know yet. */
const queryOf = (request: Request): URLSearchParams => (request.getUrl() as unknown as URL).searchParams;
