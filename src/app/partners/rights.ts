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
  /** CS-1: for showing, as `of`: customers of a provider's resellers. */
  throughResellers(provider: string): Promise<readonly ActsFor[]>;
  /**
   * CS-1, CS-2: for doing, as `now`: by the relationship of one reseller of the provider's.
   *
   * @throws DirectoryUnavailable
   */
  nowThrough(provider: string, resellerId: string, customerTenantId: string): Promise<(at: string) => Result<ActsFor, WhyNot>>;
}

type Reseller = NonNullable<ActsFor['reseller']>;

interface Known {
  readonly rights: readonly ActsFor[];
  readonly asked: number;
}

/** Resellers asked about at a time. */
const atATime = 8;

/** @param now ISO 8601 in UTC @param resellersOf what the desk has on record of a provider; none unless told */
export function partnerRights(
  relationships: Relationships,
  now: () => string,
  resellersOf: (provider: string) => Promise<readonly Reseller[]> = async () => [],
): PartnerRights {
  const known = new Map<string, Known>();
  const keyOf = ({ tenantId, personId }: PartnerPerson) => `${tenantId}:${personId}`;
  return {
    of: (person) => remembered(keyOf(person), async () => standing(given(await relationships.ofPartner(person)), now())),
    throughResellers: (provider) => remembered(`resellers of ${provider}`, async () => customersOfAll(await resellersOf(provider))),
    async nowThrough(provider, resellerId, customerTenantId) {
      const recorded = (await resellersOf(provider)).some(({ id }) => id === resellerId);
      const theirs = recorded ? given(await relationships.ofReseller(resellerId)) : [];
      const those = theirs.filter(({ customer }) => customer.tenantId === customerTenantId).map(whoeverOfIt);
      return (at) => {
        const judged = actingFor(those, at);
        if (judged.ok) return ok(rightOf(judged.value));
        known.delete(`resellers of ${provider}`);
        return refuse(inWords[judged.error]);
      };
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

  async function remembered(key: string, load: () => Promise<readonly ActsFor[]>): Promise<readonly ActsFor[]> {
    const at = Date.parse(now());
    const before = known.get(key);
    const rights = before && at - before.asked < freshMs ? before.rights : await ask(key, load, at, before);
    return rights.filter(({ until }) => until === null || Date.parse(until) > at);
  }

  async function customersOfAll(resellers: readonly Reseller[]): Promise<readonly ActsFor[]> {
    const found: ActsFor[] = [];
    for (let from = 0; from < resellers.length; from += atATime) {
      const few = resellers.slice(from, from + atATime);
      const answers = await Promise.all(few.map(({ id }) => relationships.ofReseller(id)));
      for (const [index, reseller] of few.entries())
        found.push(...standing(given(answers[index]).map(whoeverOfIt), now()).map((right) => ({ ...right, reseller })));
    }
    return found;
  }

  async function ask(
    key: string,
    load: () => Promise<readonly ActsFor[]>,
    at: number,
    before: Known | undefined,
  ): Promise<readonly ActsFor[]> {
    try {
      const rights = await load();
      known.delete(key);
      known.set(key, { rights, asked: at });
      if (known.size > most) known.delete(known.keys().next().value ?? '');
      return rights;
    } catch (fault) {
      if (!(fault instanceof DirectoryUnavailable)) throw fault;
      return before && at - before.asked < standInMs ? before.rights : [];
    }
  }
}

const given = (answer: Awaited<ReturnType<Relationships['ofPartner']>> | undefined) => (answer?.ok ? answer.value : []);

/** CS-1: of a reseller's people nobody is looked at: what its customer agreed to counts for its provider. */
const whoeverOfIt = (relationship: DelegatedRelationship): DelegatedRelationship => ({
  ...relationship,
  assignments: [{ status: 'active', roles: relationship.roles, held: true }],
});

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
