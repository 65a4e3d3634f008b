import type { NumberListReport } from '../wire.ts';

/** What a person decided about a faulty row: another number, or out with it. */
export type Decision = { readonly is: 'value'; readonly value: string } | { readonly is: 'out' };
/** By row, as the report counts them. */
export type Decisions = ReadonlyMap<number, Decision>;

/** As many as one request may carry. */
const most = 1_000;

/** A row that has a suggestion starts with it in its field, so that one press takes it. */
export function suggested({ faults }: NumberListReport, before: Decisions = new Map()): Decisions {
  const after = new Map(before);
  for (const { row, suggestion } of faults) if (suggestion && !after.has(row)) after.set(row, { is: 'value', value: suggestion });
  return after;
}

export interface Correction {
  readonly row: number;
  /** `null` takes the row out. */
  readonly value: string | null;
}

/** What is sent: rows with a number in their field, and those taken out. A field left empty is no decision. */
export function corrections(decisions: Decisions): readonly Correction[] {
  return [...decisions]
    .flatMap(([row, decision]): readonly Correction[] => {
      if (decision.is === 'out') return [{ row, value: null }];
      const value = decision.value.trim();
      return value === '' ? [] : [{ row, value }];
    })
    .sort((a, b) => a.row - b.row)
    .slice(0, most);
}
