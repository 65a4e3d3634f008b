import type { MachineScope } from '../../domain/access/machine.ts';
import type { PersonRef } from '../../domain/case/events.ts';

/** A system of a tenant that has a credential of its own. */
export interface Machine {
  readonly tenantId: string;
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly MachineScope[];
  /** SHA-256 in hex. */
  readonly secretDigest: string;
  /** The secret before, which is taken until then. */
  readonly oldSecret: { readonly digest: string; readonly until: string } | null;
  readonly createdBy: PersonRef;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

export interface Machines {
  /** Newest first, at most 100. */
  list(tenantId: string): Promise<readonly Machine[]>;
  find(tenantId: string, id: string): Promise<Machine | undefined>;
  /** Notes that it was used just now. */
  used(tenantId: string, id: string): Promise<void>;
}

/** A tenant's machines inside its transaction. */
export interface MachineChanges {
  lock(id: string): Promise<Machine | undefined>;
  save(machine: Machine): Promise<void>;
  /** Those that are neither revoked nor over. Serialises: two who count at once wait for each other. */
  countLiving(): Promise<number>;
}
