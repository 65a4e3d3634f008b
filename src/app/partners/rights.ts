import type { ActsFor } from '../../domain/access/principal.ts';
import { actingFor, type DelegatedRelationship, givesHelpdeskOnly, type WhyNoRelationship } from '../../domain/access/relationship.ts';
import type { WhyNot } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { DirectoryUnavailable } from '../faults.ts';
import type { PartnerPerson, Relationships } from '../ports.ts';

/** For how long what is known is told again without asking, and stands in while nobody answers; and of how many people, at most. */
const freshMs = 60_000;
const standInMs = 60 * 60_000;
const most = 5_000;

/** What a partner's people may do for customers. */
export interface PartnerRights {
  /** CS-1: for showing: known for a minute, and for an hour where the directory does not answer; its end date holds whatever is known. */
  of(person: PartnerPerson): Promise<readonly ActsFor[]>;
  /**
   * CS-2: for doing: asked at this moment. The answer is judged by the clock of whoever asked.
   *
   * @throws DirectoryUnavailable
   */
  now(person: PartnerPerson, customerTenantId: string): Promise<(at: string) => Result<ActsFor, WhyNot>>;
}

interface Known {
  readonly rights: readonly ActsFor[];
  readonly asked: number;
}

/** @param now ISO 8601 in UTC */
export function partnerRights(relationships: Relationships, now: () => string): PartnerRights {
  const known = new Map<string, Known>();
  const keyOf = ({ tenantId, personId }: PartnerPerson) => `${tenantId}:${personId}`;
  return {
    async of(person) {
      const at = Date.parse(now());
      const before = known.get(keyOf(person));
      const rights = before && at - before.asked < freshMs ? before.rights : await ask(person, at, before);
      return rights.filter(({ until }) => until === null || Date.parse(until) > at);
    },
    async now(person, customerTenantId) {
      const answer = await relationships.between(person, customerTenantId);
      return (at) => {
        const judged = answer.ok ? actingFor(answer.value, at) : refuse('noConsent' as const);
        if (answer.ok && judged.ok) return ok({ ...rightOf(judged.value), helpdeskOnly: givesHelpdeskOnly(answer.value, at) });
        // What is shown must not go on saying otherwise.
        known.delete(keyOf(person));
        return refuse(inWords[judged.ok ? 'noConsent' : judged.error]);
      };
    },
  };

  async function ask(person: PartnerPerson, at: number, before: Known | undefined): Promise<readonly ActsFor[]> {
    try {
      const answer = await relationships.ofPartner(person);
      const rights = answer.ok ? standing(answer.value, now()) : [];
      known.delete(keyOf(person));
      known.set(keyOf(person), { rights, asked: at });
      if (known.size > most) known.delete(known.keys().next().value ?? '');
      return rights;
    } catch (fault) {
      if (!(fault instanceof DirectoryUnavailable)) throw fault;
      return before && at - before.asked < standInMs ? before.rights : [];
    }
  }
}

const rightOf = ({ customer, endsAt }: DelegatedRelationship): ActsFor => ({ ...customer, by: 'delegatedRelationship', until: endsAt });

/** One right for each customer, by the relationship that lasts longest; by name. */
function standing(relationships: readonly DelegatedRelationship[], at: string): readonly ActsFor[] {
  const ofCustomer = Map.groupBy(relationships, ({ customer }) => customer.tenantId);
  return [...ofCustomer.values()]
    .flatMap((those) => {
      const judged = actingFor(those, at);
      return judged.ok ? [rightOf(judged.value)] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

const inWords: Readonly<Record<WhyNoRelationship | 'noConsent', WhyNot>> = {
  none: 'noRelationship',
  notActive: 'relationshipNotActive',
  ended: 'relationshipEnded',
  withoutServiceRole: 'relationshipWithoutRole',
  notAssigned: 'relationshipNotAssigned',
  noConsent: 'relationshipUnreadable',
};
