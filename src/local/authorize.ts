import { createHash, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { asksForConsent, authorizePage, authorizeStyle } from './authorize-page.ts';
import { authorizeWords } from './authorize-words.ts';
import { readBytes } from './body.ts';
import { type SampleMember, sampleMember } from './organisations.ts';
import { answerJson, type Call, type Route, refuse } from './route.ts';

export interface AuthorizeParts {
  readonly appId: string;
  /** Where a code may be brought, exactly. */
  readonly redirectUris: () => readonly string[];
  /** Origin of the desk's pages, to which the form leads in the end. */
  readonly deskOrigin: () => string;
  readonly url: () => string;
  signIdToken(member: SampleMember, nonce: string): Promise<string>;
  /** A token for Graph, from one that the desk was shown; `undefined` where that is none. */
  onBehalf(shown: string): Promise<{ readonly member: SampleMember; readonly token: string } | undefined>;
}

interface Given {
  readonly member: SampleMember;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string;
  readonly until: number;
}

const codes = 1_000;
const codeLife = 5 * 60_000;
const largestForm = 32 * 1_024;
const endpoint = '/:tenant/oauth2/v2.0';
/** Taylor Brooks has not let the desk read her profile yet, so that one can see how it asks. */
const yetToAgree = ['1a6f0c52-7b1d-4c39-8e24-90d5b3a7c202'];

/** Entra's authorisation code flow with PKCE, its consent, and tokens on behalf of somebody, as far as the desk uses them. */
export function authorizeRoutes({ appId, redirectUris, deskOrigin, url, signIdToken, onBehalf }: AuthorizeParts): Route[] {
  const given = new Map<string, Given>();
  const disagrees = new Set(yetToAgree);

  const fits = (asked: URLSearchParams): boolean =>
    asked.get('client_id') === appId &&
    asked.get('response_type') === 'code' &&
    redirectUris().includes(asked.get('redirect_uri') ?? '') &&
    asked.get('code_challenge_method') === 'S256' &&
    /^[\w-]{43}$/.test(asked.get('code_challenge') ?? '');

  function newCode(member: SampleMember, asked: URLSearchParams): string {
    const code = randomBytes(32).toString('base64url');
    const [redirectUri, challenge, nonce] = ['redirect_uri', 'code_challenge', 'nonce'].map((name) => asked.get(name) ?? '');
    given.set(code, {
      member,
      redirectUri: redirectUri ?? '',
      challenge: challenge ?? '',
      nonce: nonce ?? '',
      until: Date.now() + codeLife,
    });
    if (given.size > codes) given.delete(given.keys().next().value ?? '');
    return code;
  }

  function choose({ response }: Call, asked: URLSearchParams): void {
    const member = sampleMember(asked.get('person') ?? '');
    if (member && asksForConsent(asked)) disagrees.delete(member.person.id);
    const back = new URL(asked.get('redirect_uri') ?? '');
    back.searchParams.set('state', asked.get('state') ?? '');
    if (member) back.searchParams.set('code', newCode(member, asked));
    else back.searchParams.set('error', 'access_denied');
    response.writeHead(303, { location: back.href }).end();
  }

  async function byCode(response: ServerResponse, asked: URLSearchParams): Promise<void> {
    const code = asked.get('code') ?? '';
    const found = given.get(code);
    given.delete(code);
    const challenge = createHash('sha256')
      .update(asked.get('code_verifier') ?? '')
      .digest('base64url');
    const right = found && found.until > Date.now() && found.challenge === challenge && found.redirectUri === asked.get('redirect_uri');
    if (!right) return entraRefuses(response, 'invalid_grant', 'AADSTS54005: The code was used, has expired, or is not yours.');
    answerJson(response, 200, { token_type: 'Bearer', expires_in: 3_600, id_token: await signIdToken(found.member, found.nonce) });
  }

  async function forSomebody(response: ServerResponse, asked: URLSearchParams): Promise<void> {
    const shown = await onBehalf(asked.get('assertion') ?? '');
    if (!shown) return entraRefuses(response, 'invalid_grant', 'AADSTS500133: The assertion is not valid.');
    if (disagrees.has(shown.member.person.id)) return entraRefuses(response, 'interaction_required', 'AADSTS65001: Not consented to.');
    answerJson(response, 200, { token_type: 'Bearer', expires_in: 3_600, access_token: shown.token });
  }

  const form = async ({ request }: Call): Promise<URLSearchParams> =>
    new URLSearchParams((await readBytes(request, largestForm)).toString('utf8'));
  return [
    {
      method: 'GET',
      path: `${endpoint}/authorize`,
      handle(call) {
        const asked = call.url.searchParams;
        if (!fits(asked)) return refuse(call.response, 400, 'invalid_request', 'This is no sign-in of Case Desk on this computer.');
        asked.delete('person');
        page(call.response, authorizePage(asked, authorizeWords(call.request.headers['accept-language'])), deskOrigin());
      },
    },
    {
      method: 'POST',
      path: `${endpoint}/authorize`,
      async handle(call) {
        const asked = await form(call);
        if (call.request.headers.origin !== url() || !fits(asked))
          return refuse(call.response, 400, 'invalid_request', 'This is no sign-in of Case Desk on this computer.');
        choose(call, asked);
      },
    },
    {
      method: 'POST',
      path: `${endpoint}/token`,
      async handle(call) {
        const asked = await form(call);
        if (asked.get('client_id') !== appId) return entraRefuses(call.response, 'invalid_client', 'AADSTS700016: Unknown application.');
        if (asked.get('grant_type') === 'authorization_code') return byCode(call.response, asked);
        if (asked.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer') return forSomebody(call.response, asked);
        entraRefuses(call.response, 'unsupported_grant_type', 'AADSTS70003: Not here.');
      },
    },
    {
      method: 'GET',
      path: '/authorize.css',
      handle: ({ response }) => void response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(authorizeStyle),
    },
  ];
}

const entraRefuses = (response: ServerResponse, error: string, description: string): void =>
  answerJson(response, 400, { error, error_description: description });

/** A browser holds a form to where it may lead, redirects and all. */
function page(response: ServerResponse, html: string, leadsTo: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self' ${leadsTo}; base-uri 'none'; frame-ancestors 'none'`,
  });
  response.end(html);
}
