import { exportAudit } from '../../app/audit.ts';
import { ok } from '../../domain/result.ts';
import type { Handlers } from '../contract.ts';

const types = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

export const auditHandlers: Pick<Handlers, 'exportAudit'> = {
  exportAudit: async ({ deps, by, query }) => {
    const trail = await exportAudit(deps, by, query);
    if (!trail.ok) return trail;
    const { name, content } = trail.value;
    return ok({ status: 200, body: { file: { name }, type: types[query.format], content } });
  },
};
