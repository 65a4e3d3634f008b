import * as z from 'zod';
import { type AuditLine, auditFormats, mostAuditRows, shownParts } from '../../app/organisation/audit.ts';
import { instant } from './person.ts';

const hash = z.string().describe('SHA-256 in hex');

export const auditLine: z.ZodType<AuditLine> = z.object({
  seq: z.int(),
  shown: z
    .enum(shownParts)
    .describe('Whether all of the row is here, all but which of the desk’s people it was, or its place in the chain'),
  at: instant.nullable(),
  actorTenantId: z.string().nullable(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  action: z.string().nullable(),
  outcome: z.enum(['done', 'refused']).nullable(),
  caseId: z.string().nullable(),
  details: z.string().nullable().describe('JSON; null where it was erased'),
  salt: z.string().nullable(),
  detailsDigest: z.string().nullable(),
  previousHash: z.string().describe('`hash` of the row before; empty in the first'),
  hash,
});

export const auditTrail = z.object({
  tenantId: z.string(),
  items: z.array(auditLine),
  next: z.int().nullable().describe('`after` of the next file, where there may be more'),
});

const lastSeq = 2_147_483_647;
export const auditQuery = z.object({
  format: z.enum(auditFormats).default('json'),
  after: z.coerce.number().int().min(0).max(lastSeq).default(0).describe('Rows after the one of this `seq`'),
  limit: z.coerce.number().int().min(1).max(mostAuditRows).default(mostAuditRows),
});
