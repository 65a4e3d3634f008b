import * as z from 'zod';
import type { CaseReport } from '../../app/reports/case-report.ts';
import type { Board } from '../../app/reports/customer-board.ts';
import type { EscalationReport, PackReport, RoomReport } from '../../app/reports/other-reports.ts';
import { openStatuses, statuses } from '../../domain/case/lifecycle.ts';
import { severities } from '../../domain/catalogue/attributes.ts';
import { limits } from '../../domain/catalogue/field.ts';
import { ages, dimensions, type ReportDays, reportDays, responses, standings } from '../../domain/report/case-counts.ts';
import { deskId } from './case.ts';
import { instant, tenantView } from './person.ts';

const count = z.int();
const days = z
  .enum(reportDays.map(String) as [`${ReportDays}`, ...`${ReportDays}`[]])
  .default('30')
  .transform((text) => reportDays.find((one) => String(one) === text) ?? 30)
  .describe('How many days it looks back');

export const caseReportQuery = z.object({ days, desk: deskId.optional().describe('Of one desk alone') });
export const dimension = z.enum(dimensions).default('desk').describe('By which side of the cases');

const ofDesk = z.object({ id: deskId, name: z.string() });
const counted = <Column extends string>(columns: readonly Column[]) => ({
  counts: z.record(z.enum(columns), count),
  total: count.describe('The sum of them'),
});

export const caseReport: z.ZodType<CaseReport> = z.object({
  days: z.literal(reportDays),
  from: instant,
  until: instant,
  opened: count.describe('Cases opened in these days'),
  open: count.describe('Cases that are open now, whenever they were opened'),
  desks: z.array(z.object({ desk: ofDesk, ...counted(statuses) })).describe('Cases opened in these days, by where they stand now'),
  severities: z.array(z.object({ severity: z.enum(severities).nullable(), ...counted(standings) })).describe('Cases opened in these days'),
  ages: z.array(z.object({ age: z.enum(ages), ...counted(openStatuses) })).describe('Every open case, by how long it has been open'),
  firstResponse: z
    .array(
      z.object({
        desk: ofDesk,
        ...counted(responses),
        metShare: z.number().nullable().describe('Of the first responses that are over, how many were in time: 0 to 1'),
      }),
    )
    .describe('Cases opened in these days'),
});

export const roomReport: z.ZodType<RoomReport> = z.object({
  rooms: count.describe('Rooms in use'),
  unhealthy: count.describe('How many of them have an open incident'),
  items: z
    .array(z.object({ tenant: tenantView, site: z.string().nullable(), rooms: count, unhealthy: count }))
    .describe('By site, or for engineers by organisation; the hundred with most out of order'),
});

export const packReport: z.ZodType<PackReport> = z.object({
  items: z
    .array(
      z.object({
        tenant: tenantView,
        packs: count,
        incidents: count,
        left: count,
        lastDay: z.iso.date().nullable().describe('When the first of what is left lapses'),
      }),
    )
    .describe('Packs that can be used today, by organisation; the hundred with least left'),
});

export const escalationReportQuery = z.object({ days });
export const escalationReport: z.ZodType<EscalationReport> = z.object({
  days: z.literal(reportDays),
  items: z
    .array(
      z.object({
        tenant: tenantView.describe('The partner'),
        cases: count.describe('Cloud-service requests that it filed for customers in these days'),
        improper: count.describe('Of these, marked as improper escalations'),
      }),
    )
    .describe('By partner; the hundred with most improper ones'),
});

export const boardQuery = z.object({
  q: z.string().trim().max(200).optional().describe('Words of the customer’s name'),
  cursor: z.string().max(2_000).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(limits.page).default(50),
});

const standing = { open: count, waiting: count, dueSoon: count, late: count, severityA: count };
export const board: z.ZodType<Board> = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      open: count,
      waiting: count.describe('Of these, waiting for the partner’s answer'),
      dueSoon: count.describe('First answer due within four hours'),
      late: count.describe('First answer overdue'),
      severityA: count,
      updatedAt: instant.nullable().describe('Newest change of what is open, or changed in the last 90 days'),
      endsAt: instant.nullable().describe('When the right to act ends by itself'),
      endsSoon: z.boolean().describe('Within 30 days'),
    }),
  ),
  next: z.string().nullable(),
  totals: z.object({ customers: count, ...standing, endsSoon: count }),
});
