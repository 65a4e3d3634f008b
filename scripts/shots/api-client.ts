import { randomUUID } from 'node:crypto';
import type { CaseView, DraftView, FileView, MeView } from '../../src/http/contract.ts';
import type { ScriptedPerson } from '../../src/local/teams-client.ts';

export interface ApiClient {
  upload(name: string, content: string | Uint8Array): Promise<string>;
  /** @param onBehalfOf the customer's tenant, where it is not one's own */
  open(caseType: string, input: Readonly<Record<string, unknown>>, onBehalfOf?: string): Promise<CaseView>;
  draft(caseType: string, input: Readonly<Record<string, unknown>>): Promise<DraftView>;
  /** Does it on the newest version of the case. @returns the case afterwards */
  change(id: string, step: string, body?: Readonly<Record<string, unknown>>): Promise<CaseView>;
  /** A comment on the case of that number. */
  write(number: string, text: string): Promise<void>;
  me(): Promise<MeView>;
  give(feedback: Readonly<Record<string, unknown>>): Promise<void>;
  /** Adds a thing of that kind. */
  post(path: string, body: Readonly<Record<string, unknown>>): Promise<{ readonly id: string }>;
}

/** The desk's REST API as one of the sample people uses it. */
export async function apiClient(desk: string, person: ScriptedPerson): Promise<ApiClient> {
  const token = await person.ssoToken();
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> => {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${desk}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': raw ? 'application/octet-stream' : 'application/json', ...headers },
      ...(body === undefined ? {} : { body: (raw ? body : JSON.stringify(body)) as BodyInit }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${person.entry.name}: ${method} ${path} was answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    upload: async (name, content) => ((await call('POST', `/files?name=${encodeURIComponent(name)}`, content)) as FileView).id,
    open: async (caseType, input, onBehalfOf) =>
      (await call(
        'POST',
        '/cases',
        { caseType, input, ...(onBehalfOf && { onBehalfOf }) },
        { 'idempotency-key': randomUUID() },
      )) as CaseView,
    draft: async (caseType, input) => (await call('POST', '/drafts', { caseType, input })) as DraftView,
    async change(id, step, body = {}) {
      const { version } = (await call('GET', `/cases/${id}`)) as CaseView;
      return (await call('POST', `/cases/${id}/${step}`, body, { 'if-match': `"${version}"` })) as CaseView;
    },
    async write(number, text) {
      const { id } = (await call('GET', `/cases/${number}`)) as CaseView;
      await call('POST', `/cases/${id}/comment`, { text });
    },
    me: async () => (await call('GET', '/me')) as MeView,
    post: async (path, body) => (await call('POST', path, body)) as { readonly id: string },
    give: async (feedback) => void (await call('POST', '/feedback', feedback)),
  };
}
