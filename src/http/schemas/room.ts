import * as z from 'zod';
import type { AssignmentView } from '../../app/rooms/assignments.ts';
import type { ImportReport } from '../../app/rooms/import.ts';
import type { PastIncidentView, RoomPage, RoomView } from '../../app/rooms/room-view.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { roomLimits, roomSources } from '../../domain/room/room.ts';
import { email } from '../../forms/schema.ts';
import { instant, personRef, tenantView, uuid } from './person.ts';
import { line } from './tenant.ts';

const incident = {
  since: instant.describe('Since when it keeps the room from being well'),
  highImpact: z.boolean(),
  byMonitoring: z.boolean(),
  case: z.object({ id: uuid, number: z.string(), title: z.string() }).nullable().describe('Null for whoever may not see the case'),
};

const said = { name: z.string(), site: z.string(), email: z.string().nullable(), capacity: z.int().nullable().describe('Seats') };

export const roomView: z.ZodType<RoomView> = z.object({
  id: uuid,
  ...said,
  tenant: tenantView,
  source: z.enum(roomSources),
  version: z.int(),
  takenOutAt: instant.nullable(),
  unhealthySince: instant.nullable().describe('Null where it is well'),
  incidents: z.array(z.object(incident)).describe('Open incidents that name it, oldest first'),
});

export const roomPage: z.ZodType<RoomPage> = z.object({
  items: z.array(roomView),
  next: z.string().nullable(),
  total: z.int().describe('Rooms in use, of all that the reader sees'),
  unhealthy: z.int().describe('How many of them have an open incident'),
});

export const roomHistory: z.ZodType<{ readonly items: readonly PastIncidentView[] }> = z.object({
  items: z.array(z.object({ ...incident, spans: z.array(z.object({ from: instant, until: instant.nullable() })) })),
});

const flag = z.enum(['true', 'false']).default('false');
export const roomQuery = z.object({
  q: z.string().trim().max(200).optional().describe('Words of the name, the site or the address'),
  unhealthy: flag.describe('Whether only rooms with an open incident are wanted'),
  takenOut: flag.describe('Whether rooms that were taken out are wanted, instead of those in use'),
  tenant: uuid.optional().describe('Of one organisation; for engineers'),
  cursor: z.string().max(2_000).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(limits.page).default(50),
});

export const roomGiven = z.strictObject({
  name: line(roomLimits.name).min(1),
  site: line(roomLimits.site).default('').describe('Building, floor, town'),
  email: email.nullable().default(null),
  capacity: z.int().min(1).max(roomLimits.capacity).nullable().default(null),
});

const check = z.boolean().default(false).describe('Whether it is only looked at, and nothing written');
export const importing = z.strictObject({ file: uuid.describe('An upload: CSV with name, site, e-mail, capacity'), check });
export const asking = z.strictObject({ check });

const row = z.int().describe('As a spreadsheet counts, from 1');
export const importReport: z.ZodType<ImportReport> = z.object({
  problem: z.enum(['empty', 'headerOnly', 'unclosedQuote', 'tooManyRows', 'notText', 'noNameColumn']).nullable(),
  new: z.int(),
  changed: z.int(),
  same: z.int(),
  rooms: z.array(z.object({ row, ...said, becomes: z.enum(['new', 'changed', 'same']) })).describe('The first 500 that are taken'),
  faultCount: z.int(),
  faults: z
    .array(
      z.object({
        row,
        value: z.string(),
        reason: z.enum(['nameMissing', 'nameTooLong', 'siteTooLong', 'notAnEmail', 'notACapacity', 'repeated']),
      }),
    )
    .describe('The first 500 that can’t be taken'),
});

const assignment: z.ZodType<AssignmentView> = z.object({
  partner: personRef,
  rooms: z.array(z.object({ id: uuid, name: z.string(), site: z.string(), since: instant })),
});
export const assignments = z.object({ items: z.array(assignment) });
export const assigning = z.strictObject({
  partner: line(200).min(1).describe('The partner’s whole name, or its tenant id'),
  rooms: z.array(uuid).min(1).max(limits.rooms),
});
export const byPartner = z.object({ partnerId: z.string().max(100) });
export const byAssignment = z.object({ partnerId: z.string().max(100), roomId: z.string().max(100) });
