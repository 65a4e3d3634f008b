import type { Request, Response, Server } from 'restify';
import type { Limits } from '../limits.ts';
import { type Cookie, cookieNamed, dropCookie, readCookie, setCookie } from './cookies.ts';
import type { SignIn } from './sign-in.ts';
import { newSecret, packed, sameText, stateOf, unpacked } from './sign-in-state.ts';

/** Where somebody agrees that the desk may ask Microsoft on their behalf. */
export const consentPath = '/consent';
const callbackPath = '/consent/callback';
/** Seconds that somebody has to agree. */
const patience = 600;
const consentCookie = (secure: boolean): Cookie => cookieNamed('desk-consent', secure);

export interface ConsentParts {
  readonly secure: boolean;
  readonly limits?: Limits | null;
  readonly signIn: SignIn;
}

/**
 * `/consent` leads to Entra's own question, and back to a page that closes itself. Nobody is signed in by it, and the code that comes back is
 * not used: that they agreed is what Entra remembers.
 */
export function serveConsent(server: Server, { secure, limits, signIn }: ConsentParts): void {
  const underWay = consentCookie(secure);
  const lead = (response: Response, location: string, cookie: string): void => {
    response.setHeader('set-cookie', cookie);
    response.writeHead(302, { location }).end();
  };
  const turnedAway = (request: Request, response: Response): boolean => {
    const wait = limits?.ofStranger(request);
    if (wait !== undefined) response.writeHead(429, { 'retry-after': String(wait) }).end();
    return wait !== undefined;
  };

  server.get(consentPath, async (request: Request, response: Response) => {
    if (turnedAway(request, response)) return;
    const secret = newSecret();
    const { state, nonce, challenge } = stateOf(secret);
    const asked = new URLSearchParams({
      client_id: signIn.clientId,
      response_type: 'code',
      response_mode: 'query',
      redirect_uri: signIn.origin() + callbackPath,
      scope: `openid profile offline_access ${signIn.consentScope}`,
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      prompt: 'consent',
    });
    lead(response, `${signIn.authorize()}?${asked}`, setCookie(underWay, packed(secret, '/tab/'), patience));
  });

  server.get(callbackPath, async (request: Request, response: Response) => {
    if (turnedAway(request, response)) return;
    const begun = unpacked(readCookie(request, underWay));
    const { searchParams: asked } = request.getUrl() as unknown as URL;
    const agreed = begun !== undefined && sameText(asked.get('state') ?? '', stateOf(begun.secret).state) && asked.has('code');
    lead(response, agreed ? '/tab/#/consented' : '/tab/?consent=refused#/consented', dropCookie(underWay));
  });
}
