import { sql } from 'kysely';
import type { DomainQuestions } from '../app/ports.ts';
import type { Tx } from './transaction.ts';

const hour = 60 * 60_000;

/** What is older than an hour counts no more, and goes. */
export const domainQuestions = (tx: Tx, tenantId: string, now: string): DomainQuestions => ({
  async ask(most) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`domains ${tenantId}`}, 0))`.execute(tx);
    const since = new Date(Date.parse(now) - hour).toISOString();
    await tx.deleteFrom('domain_questions').where('tenant_id', '=', tenantId).where('at', '<=', new Date(since)).execute();
    const asked = await tx
      .selectFrom('domain_questions')
      .select('at')
      .where('tenant_id', '=', tenantId)
      .orderBy('at', 'desc')
      .limit(most)
      .execute();
    const first = asked.at(most - 1);
    if (first) return new Date(first.at.getTime() + hour).toISOString();
    await tx.insertInto('domain_questions').values({ tenant_id: tenantId, at: now }).execute();
    return null;
  },
});
