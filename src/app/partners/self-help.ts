import type { Principal } from '../../domain/access/principal.ts';
import { type SelfHelpEnding, type SelfHelpOutcome, selfHelpBefore } from '../../domain/catalogue/self-help.ts';
import type { Refusal } from '../../domain/errors.ts';
import { ok, type Result, refuse } from '../../domain/result.ts';
import { caseTypeFor } from '../cases/open-case.ts';
import type { Deps } from '../deps.ts';
import { recorded } from '../refused.ts';
import { forWhom } from './for-whom.ts';

export interface Ended {
  readonly caseType: string;
  /** `null`: a customer without a relationship, whom nobody named yet. */
  readonly onBehalfOf: string | null;
  readonly outcome: SelfHelpEnding;
}

/** CS-10: self-help ended it, and no case is made: the partner's audit trail keeps what came of it. */
export async function endSelfHelp(deps: Deps, by: Principal, ended: Ended): Promise<Result<true, Refusal>> {
  const may = await mayEnd(deps, by, ended);
  if (!may.ok) return recorded(deps, by, `selfHelp.${ended.outcome}`, may);
  await noteSelfHelp(deps, by, ended);
  return ok(true);
}

async function mayEnd(deps: Deps, by: Principal, { caseType, onBehalfOf }: Ended): Promise<Result<true, Refusal>> {
  const type = caseTypeFor(deps, caseType);
  if (!type.ok) return type;
  if (selfHelpBefore(deps.settings.profile, type.value.caseType).length === 0) return refuse({ code: 'notFound' });
  const whom = await forWhom(deps, by, type.value, { onBehalfOf }, {});
  const stands = whom.ok ? whom.value.right(deps.now()) : whom;
  return stands.ok ? ok(true) : stands;
}

/** A row of the partner's audit trail. */
export const noteSelfHelp = (
  { store }: Deps,
  by: Principal,
  { caseType, onBehalfOf, outcome }: Pick<Ended, 'caseType' | 'onBehalfOf'> & { readonly outcome: SelfHelpOutcome },
): Promise<void> =>
  store.inTenant(by.tenantId, (tx) =>
    tx.appendAudit({
      ...{ actorTenantId: by.tenantId, actorId: by.personId, action: `selfHelp.${outcome}`, outcome: 'done', caseId: null },
      details: { name: by.name, caseType, customer: onBehalfOf },
    }),
  );
