import type { Principal } from '../../domain/access/principal.ts';
import { limits } from '../../domain/catalogue/field.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Letter } from '../../domain/notice/letter.ts';
import type { Outage } from '../../domain/outage/outage.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import type { Deps } from '../deps.ts';
import { mayFileAt } from '../health/health.ts';
import { toldPerson } from '../people/people.ts';
import { auditOf } from './audited.ts';

/** CS-12: whoever would file what is known already hears of it instead, until it is over or they say otherwise. */
export async function followOutage(
  { store, operatorTenantId }: Deps,
  by: Principal,
  id: string,
  follows: boolean,
): Promise<Result<{ readonly title: string }, Refusal>> {
  const outage = operatorTenantId ? await store.outages.find(operatorTenantId, id) : undefined;
  if (!operatorTenantId || outage?.state !== 'open' || !mayFileAt(by, outage.desk)) return refuse({ code: 'notFound' });
  const person = { tenantId: by.tenantId, personId: by.personId };
  return store.inTenant(operatorTenantId, async (tx): Promise<Result<{ readonly title: string }, Refusal>> => {
    // Whoever else begins to follow waits, so that there are never more than the limit.
    const held = await tx.outages.lock(id);
    if (held?.state !== 'open') return refuse({ code: 'notFound' });
    const followers = await tx.outages.followers(id);
    const already = followers.some((one) => one.tenantId === person.tenantId && one.personId === person.personId);
    if (already === follows) return ok(held);
    if (follows && followers.length >= limits.outageFollowers)
      return refuse({ code: 'limitReached', limit: 'followers', max: limits.outageFollowers });
    await (follows ? tx.outages.follow(id, person) : tx.outages.unfollow(id, person));
    await tx.appendAudit(auditOf(by, follows ? 'outage.follow' : 'outage.unfollow', held));
    return ok(held);
  });
}

/** Letters to those who follow an outage and may still know of it; none to whoever left. `key` is the same for the same words. */
export async function lettersToFollowers(
  deps: Deps,
  by: Principal,
  outage: Pick<Outage, 'id' | 'title' | 'desk'>,
  told: { readonly key: string; readonly text: string; readonly over: boolean },
): Promise<readonly Letter[]> {
  const letters: Letter[] = [];
  for (const { tenantId, personId } of await deps.store.outages.followers(by.tenantId, outage.id)) {
    const person = await toldPerson(deps, tenantId, personId);
    if (!person?.email || !mayFileAt(person, outage.desk)) continue;
    letters.push({
      key: `outage:${by.personId}:${told.key}:${tenantId}:${personId}`,
      address: person.email,
      locale: person.locale,
      says: { letter: 'outageNews', name: person.name, outage: outage.title, text: told.text, over: told.over },
    });
  }
  return letters;
}
