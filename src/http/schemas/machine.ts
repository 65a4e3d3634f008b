import * as z from 'zod';
import { longestDays, longestOverlap, type MachineView } from '../../app/organisation/machines.ts';
import { machineScopes, machineStates } from '../../domain/access/machine.ts';
import { listQuery } from './parameters.ts';
import { instant, personRef, uuid } from './person.ts';
import { line } from './tenant.ts';

const scope = z.enum(machineScopes);

export const machineView: z.ZodType<MachineView> = z.object({
  id: uuid,
  name: z.string(),
  scopes: z.array(scope),
  state: z.enum(machineStates),
  createdBy: personRef,
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable().describe('To the minute'),
  revokedAt: instant.nullable(),
  oldSecretUntil: instant.nullable().describe('Until when the secret before the last is taken too'),
});

export const shownSecret = z.object({
  integration: machineView,
  secret: z.string().describe('The credential: it is shown this once, and only its digest is kept'),
});

const days = z.int().min(1).max(longestDays).describe('Days until it ends');
export const creating = z.strictObject({
  name: line(100).min(1),
  scopes: z.array(scope).min(1).max(machineScopes.length),
  days: days.default(90),
});
export const rotating = z.strictObject({
  overlapHours: z.int().min(0).max(longestOverlap).default(24).describe('Hours for which the secret before is taken too'),
  days: days.default(90),
});

/** A machine has no list of its own: it reads the organisation's. */
export const machineListQuery = listQuery.omit({ list: true });
