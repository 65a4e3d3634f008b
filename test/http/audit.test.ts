import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type * as z from 'zod';
import type { AuditLine } from '../../src/app/organisation/audit.ts';
import type { CaseView } from '../../src/http/contract.ts';
import { auditTrail } from '../../src/http/schemas/audit.ts';
import { overServer } from '../store/databases.ts';
import { type Api, type Caller, onVersion, open, startApi } from './api.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe.each(overServer)('the audit trail over $name', (engine) => {
  let api: Api;
  let lea: Caller;
  let camille: Caller;
  let jordan: Caller;
  let nadia: Caller;
  let case_: CaseView;
  beforeAll(async () => {
    api = await startApi({ engine });
    const people = await Promise.all(['Léa', 'Camille', 'Jordan', 'Nadia'].map((name) => api.as(name)));
    [lea, camille, jordan, nadia] = people as [Caller, Caller, Caller, Caller];
    case_ = await open(lea);
    const params = { id: case_.id };
    await nadia.done('take', { params, ...onVersion(case_), body: {} });
    await nadia.done('note', { params, body: { text: 'between us' } });
    await lea.refused('note', { params, body: { text: 'me too' } });
    await open(jordan, { country: 'US' });
  });
  afterAll(() => api.close());

  async function trailOf(who: Caller, query: Record<string, string> = {}): Promise<z.output<typeof auditTrail>> {
    const { body } = await who.done('exportAudit', { query });
    return auditTrail.parse(JSON.parse(body));
  }
  const brief = ({ shown, action, outcome, actorName }: AuditLine) => [shown, action, outcome, actorName];

  test('G-15 G-5 G-7 a tenant’s administrator has its trail, without internal notes and without the desk’s people', async () => {
    const { body, headers } = await camille.done('exportAudit');
    expect(auditTrail.parse(JSON.parse(body)).items.map(brief)).toEqual([
      ['whole', 'case.open', 'done', 'Léa Moreau'],
      ['withoutPerson', 'case.take', 'done', 'Tailspin Operations'],
      ['chainOnly', null, null, null],
      ['whole', 'case.note', 'refused', 'Léa Moreau'],
    ]);
    expect(body).not.toMatch(/Nadia|between us|noted/);
    expect(body).not.toContain(nadia.id);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.json"/);
    expect(headers.get('cache-control')).toContain('no-store');
  });

  test('G-15 the chain of an export can be followed, and its whole rows reckoned anew', async () => {
    const { tenantId, items } = await trailOf(camille);
    let previous = '';
    for (const [i, row] of items.entries()) {
      expect([row.seq, row.previousHash]).toEqual([i + 1, previous]);
      previous = row.hash;
      if (row.shown !== 'whole') continue;
      const facts = [tenantId, row.at, row.actorTenantId, row.actorId, row.action, row.outcome, row.caseId, row.detailsDigest];
      expect(row.hash).toBe(sha256(row.previousHash + row.seq + JSON.stringify(facts)));
      expect(row.detailsDigest).toBe(sha256(`${row.salt}\n${row.details}`));
    }
  });

  test('G-15 the same as CSV, and from any row on', async () => {
    const { items } = await trailOf(camille);
    const { body, headers } = await camille.done('exportAudit', { query: { format: 'csv' } });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows: Record<string, string>[] = parse(body, { bom: true, columns: true });
    expect(rows).toEqual(
      items.map((line) => Object.fromEntries(Object.entries(line).map(([name, value]) => [name, value === null ? '' : String(value)]))),
    );
    expect((await trailOf(camille, { after: '3' })).items).toEqual(items.slice(3));
    expect(await trailOf(camille, { limit: '2' })).toMatchObject({ items: items.slice(0, 2), next: 2 });
    expect(await trailOf(camille, { after: '2147483647' })).toMatchObject({ items: [], next: null });
  });

  test('F-28 another tenant’s administrator sees their own trail alone', async () => {
    const { items, tenantId } = await trailOf(jordan);
    expect(tenantId).toBe(jordan.tenantId);
    expect(items.map(brief)).toEqual([['whole', 'case.open', 'done', 'Jordan Miller']]);
  });

  test('G-9 nobody else exports it, and who tried is in their organisation’s trail', async () => {
    for (const name of ['Léa', 'Thomas', 'Marco', 'Nadia', 'Ingrid', 'Priya']) {
      expect((await (await api.as(name)).refused('exportAudit')).code).toBe('notAllowed');
    }
    const tries = (await trailOf(camille)).items.filter(({ action }) => action === 'audit.export');
    expect(tries.map(brief)).toEqual(
      ['Léa Moreau', 'Thomas Girard', 'Marco Bianchi'].map((who) => ['whole', 'audit.export', 'refused', who]),
    );
    const own = await api.deps.store.audit.page(nadia.tenantId, 0, 20);
    const exports = own.filter(({ action }) => action === 'audit.export');
    expect(exports.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
  });

  test('F-4 a used key with other content is refused and recorded', async () => {
    const from = (await trailOf(camille)).items.length;
    const headers = { 'idempotency-key': 'used-twice' };
    const input = { title: 'First', description: 'D', country: 'FR' };
    const first = await lea.done('openCase', { headers, body: { caseType: 'otherQuestion', input } });
    const again = { headers, body: { caseType: 'otherQuestion', input: { ...input, title: 'Second' } } };
    expect((await lea.refused('openCase', again)).code).toBe('alreadyUsed');
    const { items } = await trailOf(camille, { after: String(from) });
    expect(items.map(brief)).toEqual([
      ['whole', 'case.open', 'done', 'Léa Moreau'],
      ['whole', 'case.open', 'refused', 'Léa Moreau'],
    ]);
    expect(items[1]).toMatchObject({ caseId: first.body.id, details: expect.stringContaining('alreadyUsed') });
  });

  test('F-29 a tenant in the body that is not the token’s is refused and recorded, where the token belongs', async () => {
    const from = (await trailOf(jordan)).items.length;
    const theirs = (await trailOf(camille)).items.length;
    const refusal = await jordan.refused('openCase', {
      headers: { 'idempotency-key': 'for-contoso' },
      body: { caseType: 'otherQuestion', input: { title: 'T', description: 'D', country: 'FR' }, onBehalfOf: camille.tenantId },
    });
    expect(refusal.code).toBe('notAllowed');
    await jordan.refused('comment', { params: { id: case_.id }, body: { text: 'Hello' } });
    const { items } = await trailOf(jordan, { after: String(from) });
    expect(items.map(brief)).toEqual([
      ['whole', 'case.open', 'refused', 'Jordan Miller'],
      ['whole', 'case.comment', 'refused', 'Jordan Miller'],
    ]);
    expect((await trailOf(camille)).items).toHaveLength(theirs);
  });

  test('G-15 a long trail comes whole, page by page', async () => {
    await api.deps.store.inTenant(jordan.tenantId, async (tx) => {
      for (let i = 0; i < 2_100; i++) {
        const details = { name: '=1+1;=2' };
        const entry = { actorTenantId: jordan.tenantId, actorId: jordan.id, action: 'x', outcome: 'done', caseId: null, details } as const;
        await tx.appendAudit(entry);
      }
    });
    const { items } = await trailOf(jordan);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, i) => i + 1));
    expect(items.length).toBeGreaterThan(2_100);
    const { body } = await jordan.done('exportAudit', { query: { format: 'csv', after: String(items.length - 1) } });
    expect(body).toContain(`,"'=1+1;'=2",`);
  });

  test('G-5 SLA-3 that a target was near or missed stays with the desk; that the service closed a case does not', async () => {
    const service = {
      actorTenantId: jordan.tenantId,
      actorId: 'service',
      outcome: 'done',
      caseId: null,
      details: { name: 'Case Desk' },
    } as const;
    await api.deps.store.inTenant(jordan.tenantId, async (tx) => {
      for (const kind of ['targetNear', 'targetMissed', 'closeUnanswered']) await tx.appendAudit({ ...service, action: `clock.${kind}` });
    });
    const { items } = await trailOf(jordan);
    expect(items.slice(-3).map(brief)).toEqual([
      ['chainOnly', null, null, null],
      ['chainOnly', null, null, null],
      ['whole', 'clock.closeUnanswered', 'done', 'Case Desk'],
    ]);
  });
});
