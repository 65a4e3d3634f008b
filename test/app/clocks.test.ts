import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { fireTimer } from '../../src/app/cases/clocks.ts';
import { principalOf } from '../../src/app/people/people.ts';
import { resumeTenant, suspendTenant } from '../../src/app/tenants/tenants.ts';
import type { CaseView } from '../../src/app/views.ts';
import type { Principal } from '../../src/domain/access/principal.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { programmes } from '../../src/domain/sla/programmes.ts';
import { startClock } from '../../src/notify/clock.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { overServer } from '../store/databases.ts';
import { deskOver, granted } from './desk.ts';
import { operatorId } from './operator.ts';

const secondsTarget = { target: { hours: 1 / 3_600, clock: 'aroundTheClock' } } as const;
const settings = {
  ...defaultSettings,
  programmes: {
    phoneNumbers: {
      ...programmes.phoneNumbers,
      firstResponse: [secondsTarget],
      warnMinutes: 0.5 / 60,
      unanswered: { businessDays: 3, remindBefore: 1 },
    },
  },
};
const past = '2026-01-01T00:00:00.000Z';
const log = pino({ level: 'silent' });

describe.each(overServer)('$name', (engine) => {
  let opened: OpenStore;
  let desk: ReturnType<typeof deskOver>;
  let lea: Principal;
  let engineer: Principal;
  beforeAll(async () => {
    opened = await engine.open();
    const over = deskOver(opened);
    desk = { ...over, deps: Object.assign(over.deps, { settings }) };
    lea = await desk.someone('Léa');
    const [first] = await desk.deps.directory.engineers('phoneNumbers');
    engineer = (await principalOf(desk.deps, operatorId, first?.id ?? '')) as Principal;
  });
  afterAll(() => opened.close());

  const clock = (leaseMs = 60_000) =>
    startClock({
      timers: opened.store.timers,
      fire: (timer) => fireTimer(desk.deps, timer),
      kindOf: ({ kind }) => kind,
      log,
      leaseMs,
      pollMs: 20,
    });
  /** Waits until the case shows it to an engineer. */
  async function until(caseId: string, shown: (view: CaseView) => boolean): Promise<CaseView> {
    for (const end = Date.now() + 8_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30))) {
      const view = await desk.see(engineer, caseId);
      if (shown(view)) return view;
    }
    throw new Error('it did not happen in time');
  }
  const types = ({ timeline }: CaseView) => timeline.map(({ type }) => type);

  test('SLA-3 the desk is warned before a target and told when it is missed, once, whoever else looks; the customer sees neither', async () => {
    const { id } = await desk.open(lea);
    const clocks = [clock(), clock()];
    await until(id, (view) => types(view).includes('targetMissed'));
    await Promise.all(clocks.map((one) => one.close()));
    const seen = await desk.see(engineer, id);
    expect(types(seen)).toEqual(['opened', 'targetNear', 'targetMissed']);
    expect(seen.target).toMatchObject({ state: 'breached', clock: 'aroundTheClock' });
    expect(types(await desk.see(lea, id))).toEqual(['opened']);
  });

  test('SLA-1, SLA-3 a case that was answered in time is warned of no more, and its target stays met', async () => {
    const { id } = await desk.open(lea);
    await desk.act(engineer, id, { do: 'comment', text: 'We look into it' });
    const running = clock();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await running.close();
    const seen = await desk.see(engineer, id);
    expect(types(seen)).not.toContain('targetMissed');
    expect(seen.target.state).toBe('met');
  });

  test('RM-6 the requester is reminded of a question, and the service closes the case in its own name', async () => {
    const { id, tenant } = await desk.open(lea);
    await desk.act(engineer, id, { do: 'ask', text: 'Which site?' });
    await opened.store.inTenant(tenant.id, (tx) => tx.timers.set(id, [{ kind: 'remind', at: past }]));
    const running = clock();
    const reminded = await until(id, (view) => types(view).includes('reminded'));
    expect(reminded.status).toBe('waitingOnRequester');
    await opened.store.inTenant(tenant.id, (tx) => tx.timers.set(id, [{ kind: 'closeUnanswered', at: past }]));
    await until(id, (view) => view.status === 'closedUnresolved');
    await running.close();
    const { closed } = await desk.see(lea, id);
    expect(closed).toMatchObject({ by: { side: 'service', name: 'Case Desk' }, reason: 'noAnswer' });
  });

  test('RM-6 nobody of a suspended organisation can answer, so its cases wait on until it is back', async () => {
    const { id, tenant } = await desk.open(lea);
    await desk.act(engineer, id, { do: 'ask', text: 'Which site?' });
    const lead = await desk.someone('Ingrid');
    const inTenant = opened.store.inTenant;
    const fire = async (kind: 'remind' | 'closeUnanswered') => {
      await inTenant(tenant.id, (tx) => tx.timers.set(id, [{ kind, at: past }]));
      await fireTimer(desk.deps, { tenantId: tenant.id, caseId: id, kind });
      return inTenant(tenant.id, async (tx) => [await tx.timers.at(id, 'remind'), await tx.timers.at(id, 'closeUnanswered')]);
    };
    const before = await inTenant(tenant.id, (tx) => tx.timers.at(id, 'closeUnanswered'));
    granted(await suspendTenant(desk.deps, lead, tenant.id, 'A test'));
    const [remind, close] = await fire('remind');
    expect(Date.parse(remind ?? '')).toBeGreaterThan(Date.now());
    expect(Date.parse(close ?? '') - Date.parse(before ?? '')).toBe(86_400_000);
    expect(Date.parse((await fire('closeUnanswered'))[1] ?? '')).toBeGreaterThan(Date.now());
    expect(await desk.see(engineer, id)).toMatchObject({ status: 'waitingOnRequester' });
    granted(await resumeTenant(desk.deps, lead, tenant.id));
    expect(await fire('closeUnanswered')).toEqual([remind, null]);
    expect(await desk.see(engineer, id)).toMatchObject({ status: 'closedUnresolved' });
  });

  test('SLA-3 a timer that a process took and did not end fires when its lease is over', async () => {
    const { id, tenant } = await desk.open(lea);
    await desk.act(engineer, id, { do: 'ask', text: 'Which site?' });
    await opened.store.inTenant(tenant.id, (tx) => tx.timers.set(id, [{ kind: 'closeUnanswered', at: past }]));
    const taken = await opened.store.timers.claim(100, 300);
    expect(taken).toContainEqual({ tenantId: tenant.id, caseId: id, kind: 'closeUnanswered' });
    expect(await opened.store.timers.claim(100, 300)).toEqual([]);
    const running = clock();
    await until(id, (view) => view.status === 'closedUnresolved');
    await running.close();
  });
});
