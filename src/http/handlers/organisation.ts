import { readClosingRule, setClosingRule } from '../../app/organisation/closing-rule.ts';
import { findMembers, giveRole, grantsFor, takeRole } from '../../app/organisation/grants.ts';
import { openCasesOf, transferCases } from '../../app/organisation/transfers.ts';
import { readLeaverNames, setLeaverNames } from '../../app/people/leaver-names.ts';
import { erasePerson, exportOwn, exportPerson, findAnybody, type PersonFile } from '../../app/people/person-data.ts';
import { grantableRoles } from '../../domain/access/granted-roles.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { organisationOperations } from '../contract/organisation.ts';
import type { Handlers } from '../contract.ts';
import { isId } from './ids.ts';
import { etag } from './opened.ts';

export const organisationHandlers: Pick<Handlers, keyof typeof organisationOperations> = {
  findPeople: async ({ deps, by, query }) =>
    listed(await (query.leavers === 'true' ? findAnybody(deps, by, query.q) : findMembers(deps, by, query.q))),
  listGrants: async ({ deps, by }) => listed(await grantsFor(deps, by)),
  giveRole: async ({ deps, by, params }) => {
    const wanted = grantOf(params);
    return wanted ? listed(await giveRole(deps, by, wanted)) : refuse({ code: 'notFound' });
  },
  takeRole: async ({ deps, by, params }) => {
    const wanted = grantOf(params);
    return wanted ? listed(await takeRole(deps, by, wanted)) : refuse({ code: 'notFound' });
  },
  getClosingRule: async ({ deps, by }) => versioned(await readClosingRule(deps, by)),
  setClosingRule: async ({ deps, by, headers, body }) =>
    versioned(await setClosingRule(deps, by, { wanted: body, version: headers['if-match'] })),
  getLeaverNames: async ({ deps, by }) => versioned(await readLeaverNames(deps, by)),
  setLeaverNames: async ({ deps, by, headers, body }) =>
    versioned(await setLeaverNames(deps, by, { names: body.names, version: headers['if-match'] })),
  exportOwnData: async ({ deps, by }) => asFile(await exportOwn(deps, by)),
  exportPerson: async ({ deps, by, params }) =>
    isId(params.id) ? asFile(await exportPerson(deps, by, params.id)) : refuse({ code: 'notFound' }),
  countOpenCases: async ({ deps, by, params }) =>
    isId(params.id) ? asBody(await openCasesOf(deps, by, params.id)) : refuse({ code: 'notFound' }),
  transferCases: async ({ deps, by, params, body }) =>
    isId(params.id) ? asBody(await transferCases(deps, by, { from: params.id, to: body.to })) : refuse({ code: 'notFound' }),
  erasePerson: async ({ deps, by, params }) => {
    if (!isId(params.id)) return refuse({ code: 'notFound' });
    const done = await erasePerson(deps, by, params.id);
    return done.ok ? ok({ status: 200, body: done.value }) : done;
  },
};

const grantOf = ({ id, role: asked }: { readonly id: string; readonly role: string }) => {
  const role = grantableRoles.find((one) => one === asked);
  return role && isId(id) ? { personId: id.toLowerCase(), role } : undefined;
};

const listed = <T>(found: Result<readonly T[], Refusal>) =>
  found.ok ? ok({ status: 200 as const, body: { items: [...found.value] } }) : found;

const asBody = <T>(found: Result<T, Refusal>) => (found.ok ? ok({ status: 200 as const, body: found.value }) : found);

const versioned = <T extends { readonly version: number }>(rule: Result<T, Refusal>) =>
  rule.ok ? ok({ status: 200 as const, body: rule.value, headers: etag(rule.value.version) }) : rule;

const asFile = (file: Result<PersonFile, Refusal>) =>
  file.ok
    ? ok({
        status: 200 as const,
        body: { file: { name: file.value.name }, type: 'application/json; charset=utf-8', content: file.value.content },
      })
    : file;
