import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { partnerRights } from '../../src/app/partners/rights.ts';
import { principalOf } from '../../src/app/people/people.ts';
import { escalationReport } from '../../src/app/reports/other-reports.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { contoso, litware } from '../../src/local/organisations.ts';
import { sampleRights } from '../../src/local/relationships.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, startApi } from './api.ts';

const bill = {
  ...{ title: 'Which invoice?', description: 'It has two totals.', billingSubject: 'invoice', tried: 'Read both', whyEscalated: 'tools' },
  ...{ contactName: 'Priya Shah', contactEmail: ['priya.shah@litware.example'] },
};
const plan = { text: ' Train the first line. ', dueDay: '2099-12-31', state: 'asked' } as const;

describe.each(overServer)('improper escalations, over HTTP and $name', (engine) => {
  let api: Api;
  let [ingrid, sam, priya, lea]: Caller[] = [];
  beforeAll(async () => {
    api = await startApi({
      engine,
      change: (deps) => ({
        ...deps,
        partners: partnerRights(sampleRights(), deps.now),
        settings: { ...deps.settings, improperEscalations: 1 },
      }),
    });
    [ingrid, sam, priya, lea] = await Promise.all(['Ingrid', 'Sam', 'Priya', 'Léa'].map((name) => api.as(name)));
    for (const caller of [priya, lea]) await as(caller).done('getMe');
  });
  afterAll(() => api.close());

  const as = (caller: Caller | undefined): Caller => caller as Caller;
  let opened = 0;
  const escalate = async () => {
    opened += 1;
    const headers = { 'idempotency-key': `escalation-${opened}` };
    return (await as(priya).done('openCase', { headers, body: { caseType: 'cloudBilling', input: bill, onBehalfOf: contoso.id } })).body;
  };
  const seen = async (who: Caller | undefined, { id }: { readonly id: string }) => (await as(who).done('getCase', { params: { id } })).body;
  const mark = async (case_: { readonly id: string }, text = 'It is in the documentation.') => ({
    params: { id: case_.id },
    ...onVersion(await seen(sam, case_)),
    body: { text },
  });
  const own = async () => (await as(priya).done('listPartners')).body.items[0]?.escalations;
  const led = async () => (await as(ingrid).done('listPartners')).body.items.find(({ tenant }) => tenant.id === litware.id)?.escalations;
  const planning = (version: number, more: object = {}) => ({
    params: { id: litware.id },
    headers: { 'if-match': `"${version}"` },
    body: { ...plan, ...more },
  });

  test('CS-10 an engineer marks it, the partner reads why and how many there are; past the number a plan is proposed, asked for and seen', async () => {
    const [first, second] = [await escalate(), await escalate()];
    expect((await as(priya).refused('markImproper', await mark(first))).code).toBe('notAllowed');
    expect((await as(lea).refused('markImproper', await mark(first))).code).toBe('notFound');
    expect((await as(sam).refused('markImproper', await mark(first, ' '))).issues).toMatchObject([{ field: 'text' }]);
    await as(sam).done('markImproper', await mark(first));
    const entry = { type: 'improperMarked', text: 'It is in the documentation.', internal: false, actor: { side: 'desk' } };
    expect((await seen(priya, first)).timeline.at(-1)).toMatchObject(entry);
    expect(await own()).toMatchObject({ improper: 1, proposed: false, plan: null });
    expect(await led()).toMatchObject({ improper: 1, proposed: false });
    await as(sam).done('markImproper', await mark(second));
    expect(await led()).toMatchObject({ improper: 2, proposed: true, version: 0 });
    expect(await own()).toMatchObject({ improper: 2, proposed: false });
    // Another partner's are its own.
    expect((await (await api.as('Émile')).done('listPartners')).body.items).toMatchObject([{ escalations: { improper: 0, plan: null } }]);

    for (const caller of [sam, priya, lea]) expect((await as(caller).refused('recordPlan', planning(0))).code).toBe('notAllowed');
    expect((await as(ingrid).refused('recordPlan', planning(0, { text: ' ' }))).issues).toMatchObject([{ field: 'text' }]);
    expect((await as(ingrid).refused('recordPlan', planning(0, { text: '', dueDay: '2020-01-01' }))).issues).toMatchObject([
      { field: 'text', code: 'required' },
      { field: 'dueDay', code: 'dayInThePast' },
    ]);
    expect((await as(ingrid).refused('recordPlan', { ...planning(0), params: { id: contoso.id } })).code).toBe('notFound');
    const asked = (await as(ingrid).done('recordPlan', planning(0))).body.escalations;
    expect(asked).toMatchObject({ proposed: false, plan: { ...plan, text: 'Train the first line.', overdue: false }, version: 1 });
    expect(await own()).toMatchObject({ plan: asked.plan, changed: { by: 'Ingrid Solberg' } });
    const letters = async () =>
      (await api.deps.store.outbox.claim('email', { most: 200, leaseMs: 60_000, gatherMs: 0 })).flatMap(({ content }) =>
        content.kind === 'letter' && content.letter.says.letter === 'planAsked' ? [[content.letter.address, content.letter.says]] : [],
      );
    const said = { letter: 'planAsked', name: 'Priya Shah', text: 'Train the first line.', dueDay: plan.dueDay };
    expect(await letters()).toEqual([['priya.shah@litware.example', said]]);
    expect((await as(ingrid).refused('recordPlan', planning(0, { state: 'agreed' }))).code).toBe('outdated');
    const overdue = (await as(ingrid).done('recordPlan', planning(1, { state: 'agreed', dueDay: '2020-01-01' }))).body;
    expect(overdue.escalations.plan).toMatchObject({ state: 'agreed', overdue: true });
    // Of the marks before it ended, the plan took care.
    expect((await as(ingrid).done('recordPlan', planning(2, { state: 'done' }))).body.escalations).toMatchObject({
      improper: 2,
      proposed: false,
    });

    const { body: _, ...onSecond } = await mark(second);
    await as(sam).done('unmarkImproper', { ...onSecond, body: {} });
    expect((await seen(priya, second)).timeline.at(-1)).toMatchObject({ type: 'improperUnmarked' });
    expect(await own()).toMatchObject({ improper: 1 });
  });

  test('CS-4 an engineer who raises a case to severity A is asked for the number of its contact, gives it, and everybody on the case reads it', async () => {
    const case_ = await escalate();
    const raise = async (more: object = {}) => ({
      params: { id: case_.id },
      ...onVersion(await seen(sam, case_)),
      body: { severity: 'A' as const, text: 'All of them are down.', ...more },
    });
    for (const [more, code] of [
      [{}, 'phoneToRaise'],
      [{ contactPhone: '  ' }, 'phoneToRaise'],
      [{ contactPhone: 'ask reception' }, 'notAPhone'],
      [{ contactPhone: 'à midi' }, 'notPrintableAscii'],
    ] as const) {
      const refused = await as(sam).refused('changeSeverity', await raise(more));
      expect(refused.issues).toMatchObject([{ field: 'contactPhone', code }]);
      if (code === 'phoneToRaise') expect(refused.issues?.[0]?.message).toContain('Ask the partner for one and enter it here.');
    }
    const raised = (await as(sam).done('changeSeverity', await raise({ contactPhone: '+44 20 7946 0000' }))).body;
    expect(raised).toMatchObject({ severity: 'A', particulars: { contactPhone: '+44 20 7946 0000' } });
    const view = await seen(priya, case_);
    expect(view.details).toContainEqual(expect.objectContaining({ field: 'contactPhone', text: '+44 20 7946 0000' }));
    expect(view.timeline.at(-1)?.changes.map(({ field, to }) => [field, to])).toEqual([
      ['severity', 'A'],
      ['contactPhone', '+44 20 7946 0000'],
    ]);
    await as(sam).done('changeSeverity', await raise({ severity: 'C' }));
    expect((await as(sam).done('changeSeverity', await raise())).body.severity).toBe('A');
  });

  test('CS-8 an engineer who called logs it for everybody on the case, on any version; nobody else does, nor without words or on a closed case', async () => {
    const case_ = await escalate();
    const log = (text: string) => ({ params: { id: case_.id }, body: { text } });
    expect((await as(priya).refused('logCall', log('I called.'))).code).toBe('notAllowed');
    expect((await as(sam).refused('logCall', log('  '))).issues).toMatchObject([{ field: 'text' }]);
    const told = (await as(sam).done('logCall', log('Called: the totals are of two months.'))).body;
    expect(told).toMatchObject({ status: 'inProgress', target: { state: 'met' } });
    const entry = (await seen(priya, case_)).timeline.find(({ type }) => type === 'called');
    expect(entry).toMatchObject({ text: 'Called: the totals are of two months.', internal: false, actor: { side: 'desk' } });
    expect(entry?.summary).toMatch(/ called, and noted what was said$/);
    const now = await seen(sam, case_);
    expect(now.permitted).toContain('logCall');
    await as(sam).done('resolve', { params: { id: case_.id }, ...onVersion(now), body: {} });
    expect((await as(sam).refused('logCall', log('Once more.'))).code).toBe('illegalStep');
  });

  test('CS-10 G-9 reports have each partner’s escalations and which were improper: the desk everybody’s, an organisation its own', async () => {
    const [taken, plain] = [await escalate(), await escalate()];
    await as(sam).done('markImproper', await mark(taken));
    const [camille, jordan, nadia] = await Promise.all(['Camille', 'Jordan', 'Nadia'].map((name) => api.as(name)));
    const row = async (who: Caller | undefined) => (await as(who).done('getEscalationReport', { query: { days: '7' } })).body.items;
    const [before] = await row(sam);
    expect(before).toMatchObject({ tenant: { id: litware.id, name: litware.name }, cases: opened });
    const { body: _, ...own } = await mark(taken);
    await as(camille).done('takeOver', { ...own, body: {} });
    for (const who of [sam, ingrid, camille]) expect(await row(who)).toEqual([before]);
    for (const who of [jordan, nadia]) expect(await row(who)).toEqual([]);
    // A partner’s own manager has what it filed for those it acts for; what was taken over it sees no more.
    const technician = (await principalOf(api.deps, litware.id, as(priya).id)) as Principal;
    const manager: Principal = { ...technician, roles: [...technician.roles, 'ticketManager'] };
    expect(await escalationReport(api.deps, manager, 7)).toMatchObject({
      value: { items: [{ tenant: { id: litware.id }, cases: opened - 1, improper: Number(before?.improper) - 1 }] },
    });
    for (const who of [priya, lea]) expect((await as(who).refused('getEscalationReport')).code).toBe('notAllowed');
    const csv = (await as(sam).done('exportEscalationReport', { query: { days: '7' } })).body.split('\r\n');
    expect(csv[1]).toMatch(new RegExp(`^${litware.name}[,;]${before?.improper}[,;]${opened - (before?.improper ?? 0)}[,;]${opened}$`));
    expect((await seen(priya, plain)).number).toBe(plain.number);
  });
});
