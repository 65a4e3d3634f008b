import { digestOf } from './audit-digest.ts';

/** A row of the trail, as far as it may tell of an erasure. */
interface Row {
  readonly seq: number;
  readonly actor_id: string;
  readonly action: string;
  readonly outcome: string;
  readonly salt: string | null;
  readonly details: string | null;
}

interface ErasureDetails {
  readonly person?: unknown;
  readonly auditRows?: unknown;
  readonly restated?: readonly { readonly seq?: unknown; readonly digest?: unknown }[];
}

/**
 * What a trail itself says of erasures, read row by row from its beginning. The row of an erasure names who asked for it; once they are erased
 * it names them no more, and the row of *that* erasure holds the digest of what it says instead (docs/decisions/0010-erasure.md).
 */
export function erasuresOnRecord() {
  const waiting = new Map<number, Row>();
  let rows = 0;

  function found(row: Row): void {
    if (row.action !== 'person.erase' || row.outcome !== 'done' || row.details === null) return;
    const { person, auditRows, restated = [] } = JSON.parse(row.details) as ErasureDetails;
    rows += typeof auditRows === 'number' ? auditRows : 0;
    for (const { seq, digest } of restated) {
      const earlier = waiting.get(Number(seq));
      if (!earlier || earlier.actor_id !== person || digestOf(earlier.salt ?? '', earlier.details ?? '') !== digest) continue;
      waiting.delete(earlier.seq);
      found(earlier);
    }
  }

  return {
    /** A row whose details are not what was written: one of an erasure may have been restated, which a later row has to say. */
    mayBeRestated(row: Row): boolean {
      if (row.action !== 'person.erase' || row.details === null) return false;
      waiting.set(row.seq, row);
      return true;
    },
    /** A row that says what was written. */
    found,
    /** Rows whose details were erased, as far as the trail says so. */
    rows: () => rows,
    /** The first row that nothing vouches for. */
    unexplained: (): number | undefined => (waiting.size > 0 ? Math.min(...waiting.keys()) : undefined),
  };
}
