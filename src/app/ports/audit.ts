/** One row of the audit trail. What may have to be erased stands in `details`, which the chain covers by a digest only (G-15). */
export interface AuditEntry {
  readonly actorTenantId: string;
  readonly actorId: string;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly caseId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A row of the trail as it stands in its chain (G-15). */
export interface AuditRow extends Omit<AuditEntry, 'details'> {
  /** Counts from 1 within the tenant, without a gap. */
  readonly seq: number;
  readonly at: string;
  readonly detailsDigest: string;
  /** The JSON to the letter, and the salt that its digest was made with; `null` once erased. */
  readonly details: { readonly text: string; readonly salt: string } | null;
  readonly previousHash: string;
  readonly hash: string;
}
