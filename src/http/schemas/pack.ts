import * as z from 'zod';
import type { PackView } from '../../app/entitlements/pack-view.ts';
import type { RecoveryView } from '../../app/entitlements/recoveries.ts';
import { recoveryStates } from '../../domain/entitlement/pack.ts';
import { instant, personView, tenantView, uuid } from './person.ts';
import { line } from './tenant.ts';

const day = z.iso.date();
const confirmation = line(64).min(1).describe('The order confirmation number, in any case, with or without spaces');

export const packView: z.ZodType<PackView> = z.object({
  id: uuid,
  tenant: tenantView,
  confirmation: z.string().nullable().describe('For the purchasing account and the desk'),
  account: personView,
  people: z.array(personView).readonly(),
  purchasedOn: day,
  lastDay: day.describe('The last day on which it can be used, in UTC'),
  expired: z.boolean(),
  incidents: z.int(),
  remaining: z.int(),
  version: z.int(),
  mayName: z.boolean(),
  uses: z
    .array(
      z.object({
        caseId: uuid.nullable().describe('`null` where the reader may not open it'),
        number: z.string(),
        by: personView,
        at: instant,
        returnedAt: instant.nullable(),
      }),
    )
    .readonly(),
});
export const packPage = z.object({ items: z.array(packView), next: z.string().nullable() });
export const packQuery = z.object({
  tenant: uuid.optional().describe('For leads of the desk: one organisation’s'),
  cursor: z.string().max(100).optional().describe('`next` of the page before'),
});
export const purchase = z.strictObject({ tenant: uuid, person: uuid, confirmation, purchasedOn: day });
export const packPeople = z.strictObject({ people: z.array(uuid).max(100).describe('Besides the purchasing account') });
export const peopleQuery = z.object({ tenant: uuid.optional(), q: z.string().trim().min(1).max(200) });

export const recoveryView: z.ZodType<RecoveryView> = z.object({
  id: uuid,
  tenant: tenantView,
  by: personView,
  pack: z.object({ confirmation: z.string(), remaining: z.int(), lastDay: day, account: personView }).nullable(),
  accountLeft: z.boolean().nullable().describe('Whether the directory no longer knows the purchasing account; for leads'),
  reason: z.string(),
  askedAt: instant,
  state: z.enum(recoveryStates),
  decidedAt: instant.nullable(),
  words: z.string(),
});
export const recoveries = z.object({ items: z.array(recoveryView) });
export const recoveryAsked = z.strictObject({ confirmation, reason: line(1_000).min(1) });
export const recoveryDecision = z.strictObject({ words: line(1_000).default('') });
