import { exportAudit } from '../../app/organisation/audit.ts';
import { ok } from '../../domain/result.ts';
import type { Handlers } from '../contract.ts';

export const auditTypes = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

export const auditHandlers: Pick<Handlers, 'exportAudit'> = {
  exportAudit: async ({ deps, by, query }) => {
    const trail = await exportAudit(deps, by, query);
    if (!trail.ok) return trail;
    const { name, content } = trail.value;
    return ok({ status: 200, body: { file: { name }, type: auditTypes[query.format], content } });
  },
};
