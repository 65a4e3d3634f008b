import { type Caller, said } from './http.ts';
import type { Client } from './product.ts';

/** The default data’s tracker for support, and the status that closes. */
const [support, closed] = [3, 5];

interface Issue {
  readonly id: number;
  readonly subject: string;
  readonly description: string;
  readonly journals: readonly { readonly notes: string | null }[];
}

/** @returns the id of the project */
export async function createProject(call: Caller, name: string): Promise<number> {
  const body = { project: { name, identifier: identifierOf(name), is_public: true } };
  return said<{ project: { id: number } }>(await call('/projects.json', { method: 'POST', body })).project.id;
}

/** @returns the id of the user */
export async function createUser(call: Caller, login: string, mail: string): Promise<number> {
  const body = { user: { login, firstname: 'Person', lastname: login.slice(0, 30), mail, generate_password: true } };
  return said<{ user: { id: number } }>(await call('/users.json', { method: 'POST', body })).user.id;
}

/** A client as Redmine’s administrator, for whom it checks the least; new cases alone are the requester’s own, who is told of what follows. */
export function clientOf(call: Caller, project: string, requester: string): Client {
  const list = async (query: Record<string, string>) => {
    const asked = new URLSearchParams({ ...query, limit: '50', sort: 'updated_on:desc' });
    const { issues } = said<{ issues: readonly Issue[] }>(await call(`/projects/${identifierOf(project)}/issues.json?${asked}`));
    return issues.map(({ subject }) => subject);
  };
  const change = async (id: string, issue: object) => void (await call(`/issues/${id}.json`, { method: 'PUT', body: { issue } }));
  return {
    async create({ title, description }) {
      const body = { issue: { project_id: identifierOf(project), tracker_id: support, subject: title, description } };
      const answer = await call('/issues.json', { method: 'POST', headers: { 'x-redmine-switch-user': requester }, body });
      return String(said<{ issue: Issue }>(answer).issue.id);
    },
    listOpen: () => list({ status_id: 'open' }),
    search: (words) => list({ status_id: '*', subject: `~${words.join(' ')}` }),
    async read(id) {
      const { issue } = said<{ issue: Issue }>(await call(`/issues/${id}.json?include=journals`));
      return { title: issue.subject, texts: [issue.description, ...issue.journals.map(({ notes }) => notes ?? '')] };
    },
    comment: (id, text) => change(id, { notes: text }),
    close: (id) => change(id, { status_id: closed }),
  };
}

/** Redmine’s identifiers begin with a letter. */
const identifierOf = (name: string): string => `c-${name}`;
