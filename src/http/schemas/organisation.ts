import * as z from 'zod';
import type { ClosingRuleView } from '../../app/organisation/closing-rule.ts';
import type { GrantView } from '../../app/organisation/grants.ts';
import type { Transferred } from '../../app/organisation/transfers.ts';
import type { LeaverNamesView } from '../../app/people/leaver-names.ts';
import type { Erased } from '../../app/people/person-data.ts';
import type { FoundPerson } from '../../app/ports.ts';
import { grantableRoles } from '../../domain/access/granted-roles.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { instant, personRef, uuid } from './person.ts';

export type GrantAnswer = GrantView;
export type ClosingRuleAnswer = ClosingRuleView;
export type LeaverNamesAnswer = LeaverNamesView;

const found = z.object({ id: z.string(), name: z.string(), email: z.string() });
export const foundPeople = z.object({ items: z.array(found satisfies z.ZodType<FoundPerson>) });

const grant: z.ZodType<GrantView> = z.object({ person: found, role: z.enum(grantableRoles), by: z.string(), at: instant });
export const grants = z.object({ items: z.array(grant) });

const changed = { version: z.int(), changed: z.object({ at: instant, by: z.string() }).nullable() };
const closers = z
  .enum(['ticketManagers', 'requester', 'named'])
  .describe('Whoever manages tickets and the requester; the requester alone; or the people named. Never narrows what the desk may do');
export const closingRule: z.ZodType<ClosingRuleView> = z.object({ who: closers, people: z.array(personRef), ...changed });
export const closingRuleGiven = z.strictObject({
  who: closers,
  people: z.array(uuid).max(limits.closers).optional().describe('Ids of members, with `named` alone'),
});

const names = z.enum(['kept', 'erased']);
export const leaverNames: z.ZodType<LeaverNamesView> = z.object({ names, ...changed });
export const leaverNamesGiven = z.strictObject({ names });

export const erased: z.ZodType<Erased> = z.object({
  names,
  cases: z.int().describe('Cases in which the name was replaced'),
  auditRows: z.int().describe('Rows of the audit trail whose details are gone; the chain stays whole'),
});

export const openCases = z.object({ open: z.int() });
export const transfer = z.strictObject({ to: uuid.describe('The new requester') });
export const transferred: z.ZodType<Transferred> = z.object({
  transferred: z.int().describe('By this call'),
  left: z.int().describe('Open cases that the person still has'),
});

export const byPerson = z.object({ id: z.string().max(100).describe('The person’s object id in the directory') });
export const byGrant = z.object({ id: z.string().max(100), role: z.string().max(64).describe(grantableRoles.join(', ')) });
export const peopleQuery = z.object({
  q: z.string().trim().min(1).max(100).describe('Words of the name or the address'),
  leavers: z.enum(['true', 'false']).default('false').describe('Whether people who only stand in cases are found too'),
});
