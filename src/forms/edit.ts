import type { CaseType } from '../domain/catalogue/desk.ts';
import type { Issue } from '../domain/faults.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { parseField } from './schema.ts';

/** G-17: what can be corrected on an open case. */
export interface Edit {
  readonly title?: string;
  readonly description?: string;
  readonly contacts?: readonly string[];
}

/** Corrections are held to what the form of the case's type asks of the same fields (G-2). Every fault is named at once. */
export function checkEdit(caseType: CaseType, given: Edit): Result<Edit, readonly Issue[]> {
  const issues: Issue[] = [];
  const values: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(given)) {
    const field = caseType.fields.find((one) => one.id === id);
    const parsed = field ? parseField(field, value) : ({ field: id, fault: { is: 'unknownField' } } as const);
    if ('fault' in parsed) issues.push(parsed);
    else values[id] = Array.isArray(value) ? [...new Set((parsed.value as readonly string[] | undefined) ?? [])] : parsed.value;
  }
  return issues.length > 0 ? refuse(issues) : ok(values as Edit);
}
