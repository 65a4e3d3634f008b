/** What an organisation is to the desk: kinds of one thing. */
export const tenantKinds = ['customer', 'partner', 'operator'] as const;
export type TenantKind = (typeof tenantKinds)[number];

/**
 * Where an organisation stands with the desk: allowed before it came, come without being allowed, served, shut out for now, being
 * removed, and removed, so that it does not come back by itself.
 */
export const tenantStates = ['listed', 'waiting', 'active', 'suspended', 'removing', 'removed'] as const;
export type TenantState = (typeof tenantStates)[number];

export const tenantSteps = ['allow', 'suspend', 'resume', 'remove'] as const;
export type TenantStep = (typeof tenantSteps)[number];

/** The operator's steps, step × state it is taken in → the state it leads to. */
const steps: Readonly<Record<TenantStep, Partial<Readonly<Record<TenantState, TenantState>>>>> = {
  allow: { waiting: 'active', removed: 'listed' },
  suspend: { listed: 'suspended', waiting: 'suspended', active: 'suspended' },
  resume: { suspended: 'active' },
  remove: { suspended: 'removing' },
};

/** @returns `undefined` where the step can't be taken */
export const tenantAfter = (step: TenantStep, state: TenantState): TenantState | undefined => steps[step][state];

/** Nobody takes a step against the operator's own organisation: who works the desk would shut themselves out. */
export const tenantStepsFrom = ({ kind, state }: { readonly kind: TenantKind; readonly state: TenantState }): readonly TenantStep[] =>
  kind === 'operator' ? [] : tenantSteps.filter((step) => tenantAfter(step, state) !== undefined);

/** Why people of an organisation are not let in: `undefined` where they are. */
export function whyClosed(state: TenantState): 'suspended' | 'waiting' | undefined {
  switch (state) {
    case 'listed':
    case 'active':
      return undefined;
    case 'suspended':
    case 'removing':
      return 'suspended';
    default:
      return 'waiting';
  }
}
