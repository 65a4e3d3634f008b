import { followersFor } from '../../app/cases/followers.ts';
import { openCase } from '../../app/cases/open-case.ts';
import { caseFor, earlierTimeline, listCases, listsFor } from '../../app/cases/queries.ts';
import { readCaseNumber } from '../../domain/case/number.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract.ts';
import { namedIn } from '../schemas/change.ts';
import { isId } from './ids.ts';
import { etag, opened } from './opened.ts';

export const caseHandlers: Pick<Handlers, 'openCase' | 'listCases' | 'getCase' | 'getTimeline' | 'listFollowers'> = {
  openCase: async ({ deps, by, headers, body }) => {
    const { caseType, input, selfHelp } = body;
    const done = await openCase(deps, by, { caseType, input, ...namedIn(body), selfHelp, once: { key: headers['idempotency-key'] } });
    return done.ok ? opened(deps, by, done.value) : done;
  },
  listCases: async ({ deps, by, query }) => {
    const {
      q,
      list = listsFor(by)[0] ?? 'mine',
      desk = null,
      country = null,
      customer = null,
      status = null,
      cursor = null,
      ...rest
    } = query;
    const page = await listCases(deps, by, { ...rest, list, words: q || null, desk, country, customer, status, cursor });
    return page.ok ? ok({ status: 200, body: { items: [...page.value.items], next: page.value.next } }) : page;
  },
  getCase: async ({ deps, by, params }) => {
    const number = isId(params.id) ? undefined : readCaseNumber(params.id);
    if (number && !number.ok) return refuse({ code: number.error === 'mistyped' ? 'mistypedNumber' : 'notFound' });
    const found = await caseFor(deps, by, number ? { number: number.value } : { id: params.id });
    return found.ok ? ok({ status: 200, body: found.value, headers: etag(found.value.version) }) : found;
  },
  listFollowers: async ({ deps, by, params }) => {
    const found = isId(params.id) ? await followersFor(deps, by, params.id) : refuse({ code: 'notFound' } as const);
    return found.ok ? ok({ status: 200, body: { items: [...found.value] } }) : found;
  },
  getTimeline: async ({ deps, by, params, query }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const page = await earlierTimeline(deps, by, params.id, query);
    return page.ok ? ok({ status: 200, body: { items: [...page.value.items], earlier: page.value.earlier } }) : page;
  },
};
