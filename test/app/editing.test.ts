import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execute } from '../../src/app/cases/execute.ts';
import { followersFor } from '../../src/app/cases/followers.ts';
import { caseFor, listCases } from '../../src/app/cases/queries.ts';
import { openCasesOf, transferCases } from '../../src/app/organisation/transfers.ts';
import { principalOf } from '../../src/app/people/people.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { overServer } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';
import { operatorId } from './operator.ts';

const all = { state: 'all', words: null, desk: null, country: null, status: null, cursor: null, limit: 50 } as const;

describe.each(overServer)('$name', (engine) => {
  let opened: OpenStore;
  let desk: ReturnType<typeof deskOver>;
  let camille: Principal;
  let thomas: Principal;
  let lea: Principal;
  let jordan: Principal;
  let engineer: Principal;

  beforeAll(async () => {
    opened = await engine.open();
    desk = deskOver(opened);
    [camille, thomas, lea, jordan] = (await Promise.all(['Camille', 'Thomas', 'Léa', 'Jordan'].map(desk.someone))) as [
      Principal,
      Principal,
      Principal,
      Principal,
    ];
    const [staff] = await desk.deps.directory.engineers('phoneNumbers');
    engineer = (await principalOf(desk.deps, operatorId, staff?.id ?? '')) as Principal;
  });
  afterAll(() => opened.close());

  test('G-17 the requester’s side edits title, description and contacts; the timeline tells from what to what', async () => {
    const { id } = await desk.open(lea, { contacts: ['ana@contoso.example'] });
    granted(await desk.act(lea, id, { do: 'edit', title: ' Zirconium numbers ', contacts: ['out@elsewhere.example'] }));
    granted(await desk.act(camille, id, { do: 'edit', description: 'All of Lyon' }));
    const view = await desk.see(lea, id);
    expect(view).toMatchObject({
      title: 'Zirconium numbers',
      description: 'All of Lyon',
      contacts: [{ address: 'out@elsewhere.example', state: 'asked' }],
    });
    expect(view.timeline.map(({ type, changes }) => [type, changes.map(({ field, from, to }) => [field, from, to])])).toEqual([
      ['opened', []],
      [
        'edited',
        [
          ['title', 'A question', 'Zirconium numbers'],
          ['contacts', 'ana@contoso.example', 'out@elsewhere.example'],
        ],
      ],
      ['edited', [['description', 'Which numbers?', 'All of Lyon']]],
    ]);
    const { items } = granted(await listCases(desk.deps, lea, { ...all, list: 'mine', words: 'zirconium' }));
    expect(items.map((one) => one.id)).toEqual([id]);
  });

  test('G-17, G-8 a faulty or stale edit is refused and changes nothing; engineers edit nothing', async () => {
    const { id, version } = await desk.open(lea);
    expect(await desk.act(lea, id, { do: 'edit', title: ' ', contacts: ['nobody'] })).toMatchObject({
      error: { issues: [{ field: 'title' }, { field: 'contacts', fault: { is: 'notAnEmail' } }] },
    });
    granted(await desk.act(lea, id, { do: 'edit', title: 'First' }));
    expect(await execute(desk.deps, camille, { caseId: id, do: 'edit', title: 'Late', version, key: 'late' })).toMatchObject({
      error: { code: 'changed', since: [{ type: 'edited' }] },
    });
    expect(await desk.act(engineer, id, { do: 'edit', title: 'Ours' })).toMatchObject({ error: { code: 'notAllowed' } });
    expect((await desk.see(lea, id)).title).toBe('First');
  });

  test('G-17 the requester’s side says who follows the case; who could not see it is refused by name, and others say nothing of it', async () => {
    const { id } = await desk.open(lea);
    const [thomas, marco] = [await desk.someone('Thomas'), await desk.someone('Marco')];
    const followers = async (by: Principal) => granted(await followersFor(desk.deps, by, id)).map(({ name }) => name);
    granted(await desk.act(lea, id, { do: 'edit', followers: [thomas.email.toUpperCase(), lea.email] }));
    expect(await followers(lea)).toEqual(['Thomas Girard']);
    expect((await desk.see(thomas, id)).permitted).toContain('unfollow');
    for (const email of [marco.email, jordan.email, 'nobody@contoso.example']) {
      expect(await desk.act(lea, id, { do: 'edit', title: 'Lost', followers: [thomas.email, email] })).toMatchObject({
        error: { issues: [{ field: 'followers', fault: { is: 'cannotFollow', names: [email] } }] },
      });
    }
    granted(await desk.act(camille, id, { do: 'edit', title: 'Kept' }));
    expect(await followers(camille)).toEqual(['Thomas Girard']);
    granted(await desk.act(camille, id, { do: 'edit', followers: [camille.email] }));
    expect(await followers(lea)).toEqual(['Camille Laurent']);
    granted(await desk.act(lea, id, { do: 'edit', followers: [] }));
    expect(await followers(lea)).toEqual([]);
    expect((await desk.see(lea, id)).title).toBe('Kept');
    for (const other of [engineer, jordan])
      expect(await followersFor(desk.deps, other, id)).toEqual({ ok: false, error: { code: 'notFound' } });
  });

  test('G-17 escalation marks the case for everybody until the desk answers', async () => {
    const { id } = await desk.open(lea);
    granted(await desk.act(lea, id, { do: 'escalate', text: 'The office opens on Monday' }));
    const queue = granted(await listCases(desk.deps, engineer, { ...all, state: 'open', list: 'queue' })).items;
    expect(queue.find((one) => one.id === id)?.escalatedAt).toEqual(expect.any(String));
    const seen = await desk.see(lea, id);
    expect(seen.permitted).not.toContain('escalate');
    expect(seen.timeline.at(-1)).toMatchObject({ type: 'escalated', text: 'The office opens on Monday' });
    granted(await desk.act(engineer, id, { do: 'comment', text: 'We are on it' }));
    expect(await desk.see(lea, id)).toMatchObject({ escalatedAt: null, permitted: expect.arrayContaining(['escalate']) });
  });

  test('AG-2 a moved case keeps what was typed, its files and its requester; the desk sees what its form lacks', async () => {
    const document = await desk.file(lea, 'plan.pdf', '%PDF-1.7 plan');
    const asked = { sourceDomain: 'contoso.example', destinationDomain: 'other.example', documents: [document] };
    const numbers = await desk.file(lea, 'numbers.csv', 'number\n+33472000001\n');
    const requestedAt = { local: '2031-08-14T10:00' };
    const { id } = await desk.open(lea, { ...asked, numbers, requestedAt }, 'interTenantPort');
    const before = await desk.see(lea, id);
    granted(await desk.act(engineer, id, { do: 'move', caseType: 'portIn', text: 'From another carrier' }));
    const view = await desk.see(engineer, id);
    expect(view).toMatchObject({ caseType: 'portIn', particulars: { numbers: before.particulars['numbers'] }, files: before.files });
    expect(view.filed).toMatchObject([{ caseType: 'interTenantPort', details: [{ field: 'sourceDomain', text: 'contoso.example' }, {}] }]);
    expect(view.missing).toHaveLength(2);
    const theirs = await desk.see(lea, id);
    expect(theirs).toMatchObject({ missing: [], requester: { you: true } });
    expect(theirs.timeline.at(-1)).toMatchObject({ type: 'moved', text: 'From another carrier', changes: [{ field: 'caseType' }] });
    expect(await desk.act(engineer, id, { do: 'move', caseType: 'nothing', text: 'x' })).toMatchObject({ error: { code: 'invalid' } });
    expect(await desk.act(lea, id, { do: 'move', caseType: 'portInEnquiry', text: 'x' })).toMatchObject({ error: { code: 'notAllowed' } });
    granted(await desk.act(engineer, id, { do: 'move', caseType: 'interTenantPort', text: 'It was right' }));
    expect(await desk.see(engineer, id)).toMatchObject({ particulars: before.particulars, filed: [], missing: [] });
  });

  test('G-17 a leaver’s open cases go to another member, drafts and closed ones stay; asking again or twice at once does nothing twice', async () => {
    const mine = await Promise.all([1, 2, 3].map(() => desk.open(thomas)));
    const closed = await desk.open(thomas);
    granted(await desk.act(thomas, closed.id, { do: 'resolve' }));
    const { open } = granted(await openCasesOf(desk.deps, camille, thomas.personId));
    const asked = { from: thomas.personId, to: lea.personId };
    const both = await Promise.all([1, 2].map(() => transferCases(desk.deps, camille, asked)));
    expect(both.map((one) => granted(one).left)).toContain(0);
    expect(granted(await transferCases(desk.deps, camille, asked))).toEqual({ transferred: 0, left: 0 });
    expect(open).toBeGreaterThanOrEqual(mine.length);
    for (const { id } of mine) {
      const view = await desk.see(lea, id);
      expect(view).toMatchObject({ requester: { you: true }, openedBy: { id: thomas.personId } });
      expect(view.timeline.filter(({ type }) => type === 'transferred')).toHaveLength(1);
    }
    expect((await desk.see(camille, closed.id)).requester.id).toBe(thomas.personId);
    const list = granted(await listCases(desk.deps, lea, { ...all, list: 'mine', state: 'open' })).items.map(({ id }) => id);
    expect(list).toEqual(expect.arrayContaining(mine.map(({ id }) => id)));
  });

  test('G-17 only an administrator transfers, and only to members of the same organisation', async () => {
    const { id } = await desk.open(lea);
    const to = (person: Principal) => ({ from: lea.personId, to: person.personId });
    expect(await transferCases(desk.deps, lea, to(thomas))).toMatchObject({ error: { code: 'notAllowed' } });
    expect(await openCasesOf(desk.deps, lea, lea.personId)).toMatchObject({ error: { code: 'notAllowed' } });
    expect(await transferCases(desk.deps, camille, to(jordan))).toMatchObject({ error: { why: 'notOfYourOrganisation' } });
    expect(await transferCases(desk.deps, camille, to(lea))).toMatchObject({ error: { code: 'invalid' } });
    expect(await desk.act(camille, id, { do: 'transfer', to: jordan.personId })).toMatchObject({ error: { why: 'notOfYourOrganisation' } });
    granted(await desk.act(camille, id, { do: 'transfer', to: camille.personId }));
    expect(await caseFor(desk.deps, lea, { id })).toMatchObject({ error: { code: 'notFound' } });
  });
});
