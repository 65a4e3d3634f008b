import { may } from '../../domain/access/authorize.ts';
import { directoryRolesGiving } from '../../domain/access/granted-roles.ts';
import { service } from '../../domain/case/events.ts';
import { faultOf, type Outcome } from '../../domain/notice/outcome.ts';
import { failsForGood, type Webhook } from '../../domain/notice/webhook.ts';
import type { Deps } from '../deps.ts';
import { isTaken } from '../organisation/webhooks.ts';
import { toldPerson } from '../people/people.ts';
import type { WebhookAnswer } from '../ports.ts';

const restMs = 30_000;
const longestRestMs = 60 * 60_000;

/**
 * What an answer means. A receiver drops repeats by their id, so whatever did not surely arrive is sent again (docs/decisions); 410 is for good,
 * and whoever takes nothing for five days is left alone.
 */
export async function webhookOutcome(deps: Deps, webhook: Webhook, answer: WebhookAnswer): Promise<Outcome> {
  const { tenantId, id } = webhook;
  if (isTaken(answer)) {
    await deps.store.webhooks.sent(tenantId, id);
    return { is: 'sent' };
  }
  const outcome = failureOf(answer);
  const after = await deps.store.webhooks.failed(tenantId, id, outcome.fault, Math.min(longestRestMs, outcome.afterMs ?? restMs));
  const why = answer.is === 'answered' && answer.status === 410 ? 'gone' : after && failsForGood(after, deps.now()) ? 'failing' : null;
  if (why === null) return outcome;
  await stop(deps, webhook, why);
  return { is: 'nothingToDo' };
}

function failureOf(answer: WebhookAnswer): Extract<Outcome, { is: 'later' }> {
  const later = (fault: Extract<Outcome, { is: 'later' }>['fault'], afterMs: number | null = null) =>
    ({ is: 'later', fault, afterMs }) as const;
  switch (answer.is) {
    case 'answered': {
      const { status, retryAfterMs } = answer;
      if (status === 429 || status === 503) return later(faultOf('busy', String(status)), retryAfterMs);
      return later(faultOf(status >= 500 ? 'unreachable' : 'refused', String(status)));
    }
    case 'refused':
      return later(faultOf('refused', answer.why));
    case 'noAnswer':
      return later(faultOf('unreachable', answer.detail));
  }
}

/** Whoever administers the organisation hears of it by mail; two workers at once stop it once. */
async function stop(deps: Deps, { tenantId, id, url, description, createdBy, changedBy }: Webhook, why: 'gone' | 'failing'): Promise<void> {
  const seen = await deps.store.people.withDirectoryRole(tenantId, directoryRolesGiving('tenantAdministrator'));
  const ids = [...new Set([createdBy, changedBy, ...seen.map((person) => person.id)])];
  const people = await Promise.all(ids.map((personId) => toldPerson(deps, tenantId, personId)));
  const actor = service(tenantId);
  await deps.store.inTenant(tenantId, async (tx) => {
    const now = await tx.webhooks.lock(id);
    if (!now || now.stopped) return;
    await tx.webhooks.stop(id, why);
    const place = url.split('?')[0];
    await tx.appendAudit({
      ...{ actorTenantId: tenantId, actorId: actor.id, action: 'webhook.stop', outcome: 'done', caseId: null },
      details: { name: actor.name, webhook: id, url: place, description, why },
    });
    for (const person of people) {
      if (!person?.email || !may(person, 'manageWebhooks')) continue;
      const says = { letter: 'webhookStopped', name: person.name, webhook: `${description} · ${place}`, why } as const;
      await tx.post({ key: `webhook:${id}:${tx.now}:${person.personId}`, address: person.email, locale: person.locale, says });
    }
  });
}
