import type { Deps } from '../deps.ts';
import { TenantClosed } from '../faults.ts';

/** Whether an organisation is not served now: of its cases the desk alone is told, and nobody else does anything for it. */
export const isShutOut = ({ gate }: Pick<Deps, 'gate'>, tenantId: string): Promise<boolean> =>
  gate.pass(tenantId).then(
    () => false,
    (fault) => {
      if (fault instanceof TenantClosed) return true;
      throw fault;
    },
  );
