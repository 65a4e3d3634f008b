import { authorizeOpening, filesByDomain } from '../../domain/access/authorize.ts';
import { domainsAnHour, namesCustomer } from '../../domain/access/by-domain.ts';
import { opening } from '../../domain/access/policy.ts';
import type { Principal } from '../../domain/access/principal.ts';
import type { CaseType, Desk } from '../../domain/catalogue/desk.ts';
import type { FormInput } from '../../domain/catalogue/field.ts';
import type { Refusal, WhyNot } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { parseField } from '../../forms/schema.ts';
import type { Deps } from '../deps.ts';
import { isShutOut } from '../tenants/shut-out.ts';
import { type RightAt, refusedOpening, relationshipWith, rightToOpen } from './opening.ts';

/** How whoever files names the organisation the case is for. */
export type Named =
  /** By its tenant id; `null`: one's own. */
  | { readonly onBehalfOf: string | null }
  /** CS-3: by a domain of it, as it was typed. */
  | { readonly customerDomain: string }
  /** CS-3: as the desk settled it when the draft was begun. */
  | { readonly onBehalfOf: string; readonly filedByDomain: string };

export interface ForWhom {
  readonly tenantId: string;
  /** CS-3: the domain, where the case is an exception. */
  readonly filedByDomain: string | null;
  readonly right: RightAt;
}

interface Kind {
  readonly desk: Desk;
  readonly caseType: CaseType;
}

/** CS-1 to CS-3: the organisation a case is for, and by which right this person opens it there. */
export async function forWhom(deps: Deps, by: Principal, type: Kind, named: Named, input: FormInput): Promise<Result<ForWhom, Refusal>> {
  if ('customerDomain' in named) return byDomain(deps, by, type, named.customerDomain, input);
  const tenantId = named.onBehalfOf ?? by.tenantId;
  if ('filedByDomain' in named) {
    const may = mayName(by, type);
    return may.ok ? withoutRelationship(deps, by, tenantId, named.filedByDomain) : may;
  }
  const right = await rightToOpen(deps, by, type.desk.id, tenantId);
  return right.ok ? ok({ tenantId, filedByDomain: null, right: right.value }) : right;
}

async function byDomain(deps: Deps, by: Principal, type: Kind, typed: string, input: FormInput): Promise<Result<ForWhom, Refusal>> {
  const may = mayName(by, type);
  if (!may.ok) return may;
  const [domain, subscription] = [
    parseField(namesCustomer.domain, typed),
    parseField(namesCustomer.subscription, input[namesCustomer.subscription.id]),
  ];
  const issues = [domain, subscription].flatMap((parsed) => ('fault' in parsed ? [parsed] : []));
  if ('fault' in domain || issues.length > 0) return refuse({ code: 'invalid', issues });
  const asked = String(domain.value);
  if (by.domains.includes(asked)) return refuse({ code: 'invalid', issues: [{ field: 'customerDomain', fault: { is: 'ownDomain' } }] });
  const known = await customerOf(deps, by, asked);
  return known.ok ? withoutRelationship(deps, by, known.value, asked) : known;
}

/** Who may name a customer so, and for what. */
function mayName(by: Principal, { desk, caseType }: Kind): Result<true, Refusal> {
  if (opening[desk.id].onBehalfOf === null) return refusedOpening('onBehalfOfAnother');
  const may = authorizeOpening(by, desk.id, null);
  if (!may.ok) return may;
  if (!filesByDomain(by, desk.id)) return refusedOpening('noRelationship');
  return caseType.byDomain ? ok(true) : refusedOpening('notByDomain');
}

/** The organisation of that domain that is served here. One that is not is as unknown as one that does not exist; and only so many are told in an hour. */
async function customerOf(deps: Deps, by: Principal, domain: string): Promise<Result<string, Refusal>> {
  const { now, again } = await deps.store.inTenant(by.tenantId, async (tx) => ({
    now: tx.now,
    again: await tx.domains.ask(domainsAnHour),
  }));
  if (again) return refuse({ code: 'tooSoon', what: 'domain', retryAfter: Math.ceil((Date.parse(again) - Date.parse(now)) / 1_000) });
  const tenantId = await deps.tenantOfDomain?.(domain);
  const tenant = tenantId === undefined || tenantId === by.tenantId ? undefined : await deps.store.tenants.find(tenantId);
  return tenant?.state === 'active' && tenant.kind !== 'operator' ? ok(tenant.id) : refusedOpening('domainUnknown');
}

/** What a partner without administrator rights may lack; any other fault of a relationship is to be mended there. */
const lacking: readonly WhyNot[] = ['noRelationship', 'relationshipWithoutRole'];

/** CS-3: an exception where there is no relationship; where one stands, that one counts. */
async function withoutRelationship(deps: Deps, by: Principal, tenantId: string, domain: string): Promise<Result<ForWhom, Refusal>> {
  if (await isShutOut(deps, tenantId)) return refusedOpening('domainUnknown');
  const judge = await relationshipWith(deps, by, tenantId);
  return ok({ tenantId, filedByDomain: judge(deps.now()).ok ? null : domain, right: rightBy(judge) });
}

const rightBy =
  (judge: Awaited<ReturnType<typeof relationshipWith>>): RightAt =>
  (now) => {
    const judged = judge(now);
    if (judged.ok) return judged;
    return lacking.includes(judged.error) ? ok({ helpdeskOnly: false }) : refusedOpening(judged.error);
  };
