import type { Case } from '../case/case.ts';
import { roomIncident } from '../catalogue/rooms.ts';

const bySeverity = { A: 1, B: 2, C: 3 } as const;
const withoutSeverity = 4;

/** SLA-3: room incidents first, then severity. The database orders by the same numbers: migration 0031. */
export const urgencyOf = ({ caseType, severity }: Pick<Case, 'caseType' | 'severity'>): number =>
  caseType === roomIncident ? 0 : severity ? bySeverity[severity] : withoutSeverity;

export const urgencies: readonly number[] = [0, ...Object.values(bySeverity), withoutSeverity];
