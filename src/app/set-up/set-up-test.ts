import * as z from 'zod';
import type { Principal } from '../../domain/access/principal.ts';
import type { Refusal } from '../../domain/errors.ts';
import { words } from '../../domain/i18n/index.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { TestResult, TestWay } from '../../domain/set-up.ts';
import type { Deps } from '../deps.ts';
import type { SetUpProbes } from '../ports.ts';
import { inTime, refusedSetUp } from './set-up-check.ts';

/** Where the bot noted that it is: the person's own chat, and the team they brought it to. */
const notes = { chat: 'chat', channel: 'team' } as const;
const place = z.object({ conversationId: z.string(), serviceUrl: z.string(), installed: z.literal(true) });
const minute = 60_000;

/** AG-5: a notice to oneself; one a minute by mail, however often it is asked for. */
export async function sendTestNotice(deps: Deps, probes: SetUpProbes, by: Principal, way: TestWay): Promise<Result<TestResult, Refusal>> {
  const refused = await refusedSetUp(deps, by, 'setUp.testNotice');
  if (refused) return refused;
  const result = way === 'email' ? await byMail(deps, probes, by) : await inTeams(deps, probes, by, notes[way]);
  await deps.store.inTenant(by.tenantId, (tx) =>
    tx.appendAudit({
      ...{ actorTenantId: by.tenantId, actorId: by.personId, action: 'setUp.testNotice', outcome: 'done', caseId: null },
      details: { name: by.name, way, result },
    }),
  );
  return ok(result);
}

async function byMail({ store }: Deps, probes: SetUpProbes, by: Principal): Promise<TestResult> {
  if (!probes.mail) return 'switchedOff';
  const { tenantId, personId, name, email: address, locale } = by;
  await store.inTenant(tenantId, (tx) =>
    tx.post({ key: `test:${personId}:${Math.floor(Date.parse(tx.now) / minute)}`, address, locale, says: { letter: 'setUpTest', name } }),
  );
  return 'queued';
}

async function inTeams({ store }: Deps, probes: SetUpProbes, by: Principal, note: string): Promise<TestResult> {
  const found = place.safeParse(await store.notes.find(by.tenantId, by.personId, note));
  if (!found.success) return 'notInstalled';
  return inTime<TestResult>((signal) => probes.say(found.data, words(by.locale).setUp.test.says(by.name), signal), 'failed');
}
