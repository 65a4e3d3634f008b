import type { PersonRef } from '../../domain/case/events.ts';
import type { Turn } from '../../domain/room/health.ts';
import type { Room, RoomRef } from '../../domain/room/room.ts';
import type { Page } from '../views.ts';
import type { Scope } from './store.ts';

/** An incident that names a room. */
export interface RoomIncident {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly openedAt: string;
  readonly openedBy: PersonRef;
  readonly requester: PersonRef;
  /** The partner that opened it for the organisation. */
  readonly onBehalfOf: string | null;
  readonly highImpact: boolean;
}

/** A room with the open incidents that name it, oldest first. */
export interface RoomRow extends Room {
  readonly tenantId: string;
  readonly incidents: readonly (RoomIncident & { readonly since: string })[];
}

/** An incident of a room's history, with its closings and reopenings, oldest first. */
export interface PastIncident extends RoomIncident {
  readonly turns: readonly Turn[];
}

export interface RoomQuery {
  readonly words: string | null;
  /** Only those with an open incident. */
  readonly unhealthy: boolean;
  /** Those that were taken out, instead of those in use. */
  readonly takenOut: boolean;
  readonly tenantId: string | null;
  readonly cursor: string | null;
  /** 1 to 100. */
  readonly limit: number;
}

export interface Rooms {
  /** By organisation, site and name. @throws InputFault for a cursor that isn't one of this list */
  list(scope: Scope, query: RoomQuery): Promise<Page<RoomRow>>;
  /** In use, and how many of them have an open incident. */
  count(scope: Scope): Promise<{ readonly rooms: number; readonly unhealthy: number }>;
  find(scope: Scope, id: string): Promise<RoomRow | undefined>;
  /** The last hundred incidents that name the room, newest first. */
  history(scope: Scope, room: Pick<RoomRow, 'tenantId' | 'id'>): Promise<readonly PastIncident[]>;
  /** Every room of a tenant that is in use, by site and name, at most `limits.rooms`. */
  inUse(tenantId: string): Promise<readonly Room[]>;
  /** The rooms of a customer that a partner looks after, by site and name. */
  assignedTo(partnerTenantId: string, customerTenantId: string): Promise<readonly Room[]>;
  /** RM-5: the customers that let a partner look after a room of theirs. */
  customersOf(partnerTenantId: string): Promise<readonly PersonRef[]>;
  /** The rooms that ever gave this signal, those that were taken out too. */
  signalling(tenantId: string, signal: string): Promise<readonly Room[]>;
  /** Rooms let to partners, by partner, site and name. */
  assignments(tenantId: string): Promise<readonly RoomAssignment[]>;
  /** The partners of this whole name or tenant id: none, one, or the first two of several. */
  partnersNamed(tenantId: string, wanted: string): Promise<readonly PersonRef[]>;
}

/** A room that a customer let a partner look after. */
export interface RoomAssignment {
  readonly partner: PersonRef;
  readonly room: RoomRef;
  readonly at: string;
}

/** In the tenant's transaction. */
export interface RoomChanges {
  /** Those in use. Serialises: two who change the register at once wait for each other. */
  all(): Promise<readonly Room[]>;
  lock(id: string): Promise<Room | undefined>;
  /** @param by who changes them */
  save(rooms: readonly Room[], by: string): Promise<void>;
  /** Names the rooms of a new case. */
  nameIn(caseId: string, roomIds: readonly string[]): Promise<void>;
  /** The last incident that this signal of the room led to. Serialises: the same signal twice at once waits for itself. */
  signalled(roomId: string, signal: string): Promise<string | undefined>;
  saveSignal(roomId: string, signal: string, caseId: string): Promise<void>;
  countAssigned(): Promise<number>;
  /** Whether the partner looks after all of these rooms; without any, whether it looks after one. */
  isLet(partnerId: string, roomIds: readonly string[]): Promise<boolean>;
  /** RM-5: the same of the rooms that a case names. */
  stayLet(partnerId: string, caseId: string): Promise<boolean>;
  /** Those of the rooms that the partner did not have. */
  assign(partner: PersonRef, roomIds: readonly string[], by: string): Promise<readonly string[]>;
  /** The rooms that were taken from the partner; without `roomId`, all it has. */
  unassign(partnerId: string, roomId: string | null): Promise<readonly string[]>;
}
