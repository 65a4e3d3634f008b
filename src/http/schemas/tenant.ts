import * as z from 'zod';
import type { TenantView } from '../../app/tenants/tenants.ts';
import { tenantKinds, tenantStates, tenantSteps } from '../../domain/access/tenant.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { unreadable } from '../../domain/text.ts';
import { instant, uuid } from './person.ts';

/** Words that a person typed, in one line. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !unreadable(text) && !/[\r\n\t]/.test(text));

const named = line(200);
const kind = z.enum(['customer', 'partner']).describe('A partner files for customers that gave it delegated rights');

export const tenantView: z.ZodType<TenantView> = z.object({
  id: uuid,
  kind: z.enum(tenantKinds),
  state: z.enum(tenantStates),
  name: z.string(),
  reason: z.string().nullable().describe('Why it is suspended: for the operator alone'),
  registeredAt: instant.nullable().describe('When it first came; null while it is only allowed'),
  changedAt: instant,
  cases: z.object({ open: z.int(), total: z.int() }),
  exportedAt: instant.nullable(),
  steps: z.array(z.enum(tenantSteps)).describe('What may be done with it now'),
});

export const tenantQuery = z.object({
  state: z.enum(tenantStates).optional(),
  kind: z.enum(tenantKinds).optional(),
  q: z.string().trim().max(200).optional().describe('Part of the name, or the tenant id'),
  cursor: z.string().max(1_000).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(limits.page).default(50),
});

export const allowing = z.strictObject({ id: uuid, name: named.default(''), kind: kind.default('customer') });
export const tenantChange = z.strictObject({ name: named.min(1).exactOptional(), kind: kind.exactOptional() });
export const suspending = z.strictObject({ reason: line(500).min(1) });
export const removing = z.strictObject({
  name: line(200).min(1).describe('The organisation’s name, as a confirmation'),
  exportKept: z.literal(true).describe('That the export was saved'),
});
