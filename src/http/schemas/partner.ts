import * as z from 'zod';
import type { PartnerView } from '../../app/partners/records.ts';
import { contractLevels, type PartnerRecord } from '../../domain/access/partner-record.ts';
import { planStates, type RemediationPlan } from '../../domain/access/remediation.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { instant, personView, tenantView, uuid } from './person.ts';

const contract = z.object({ level: z.enum(contractLevels), lastDay: z.iso.date().describe('The last day that it covers, in UTC') });

const changed = z.object({ at: instant, by: z.string() }).nullable();
const plan = z.object({
  text: z.string().max(limits.comment),
  dueDay: z.iso.date().describe('The last day that is in time, in UTC'),
  state: z.enum(planStates),
});
const escalations = z.object({
  improper: z.int().describe('Improper escalations within 365 days'),
  proposed: z.boolean().describe('Whether there are so many that a plan is proposed; for leads of the desk'),
  plan: plan.extend({ overdue: z.boolean() }).nullable().describe('What it was asked to mend'),
  version: z.int().describe('Of the plan'),
  changed,
});

export const partnerView: z.ZodType<PartnerView> = z.object({
  tenant: tenantView,
  contract: contract.extend({ ended: z.boolean() }).nullable().describe('The support contract that covers Dynamics 365'),
  provider: tenantView.nullable().describe('From whom an indirect reseller buys'),
  azureGrants: z.array(tenantView).readonly().describe('Customers on whose Azure account the provider granted access'),
  supportGroup: z.array(personView).readonly().describe('Its people in the provider’s support group'),
  escalations,
  version: z.int(),
  changed,
});
export const partnerPage = z.object({ items: z.array(partnerView), next: z.string().nullable() });
export const partnerQuery = z.object({
  q: z.string().trim().max(200).optional().describe('For leads of the desk: part of the name'),
  cursor: z.string().max(100).optional().describe('`next` of the page before'),
});
export const partnerGiven = z.strictObject({
  contract: contract.strict().nullable(),
  provider: uuid.nullable(),
  azureGrants: z.array(uuid).max(100),
  supportGroup: z.array(uuid).max(50),
}) satisfies z.ZodType<PartnerRecord>;
export const planGiven = plan.strict() satisfies z.ZodType<RemediationPlan>;
export const partnerPeopleQuery = z.object({ q: z.string().trim().min(1).max(200) });
