import { type CaseEvent, service } from '../../domain/case/events.ts';
import { fire, type Timer } from '../../domain/sla/timers.ts';
import type { Deps } from '../deps.ts';
import type { DueTimer } from '../ports.ts';
import { isShutOut } from '../tenants/shut-out.ts';
import { record } from './record.ts';

const dayMs = 86_400_000;

/**
 * SLA-3, RM-6: a timer that is due looks again at its case and does what is still to be done. It is taken off in the same transaction, so it
 * fires once, whoever else has it and whatever ends in between. Nobody of a suspended organisation can answer, so what waits for an answer
 * waits on, a day at a time.
 */
export async function fireTimer(
  { store, settings, gate }: Pick<Deps, 'store' | 'settings' | 'gate'>,
  { tenantId, caseId, kind }: DueTimer,
): Promise<void> {
  const waitsOn = (kind === 'remind' || kind === 'closeUnanswered') && (await isShutOut({ gate }, tenantId));
  await store.inTenant(tenantId, async (tx) => {
    const case_ = await tx.lockCase(caseId);
    if (!case_ || !(await tx.timers.take(caseId, kind))) return;
    const closesAt = kind === 'remind' ? await tx.timers.at(caseId, 'closeUnanswered') : null;
    if (waitsOn) return tx.timers.set(caseId, putOff(kind, closesAt, tx.now));
    const happenings = fire(kind, case_, { now: tx.now, programme: settings.programmes[case_.desk], closesAt });
    if (happenings.length === 0) return;
    const actor = service(tenantId);
    const events = happenings.map((h, i): CaseEvent => ({ ...h, seq: case_.version + 1 + i, at: tx.now, actor }));
    await record(tx, case_, events, settings);
    await tx.appendAudit({
      actorTenantId: tenantId,
      actorId: actor.id,
      action: `clock.${kind}`,
      outcome: 'done',
      caseId,
      details: { name: actor.name, events: events.map(({ type }) => type) },
    });
  });
}

/** The closing goes along with its reminder, so that whoever comes back has as long to answer as anybody else. */
function putOff(kind: DueTimer['kind'], closesAt: string | null, now: string): readonly Timer[] {
  const later = (at: string) => new Date(Date.parse(at) + dayMs).toISOString();
  return [{ kind, at: later(now) }, ...(closesAt === null ? [] : [{ kind: 'closeUnanswered', at: later(closesAt) } as const])];
}
