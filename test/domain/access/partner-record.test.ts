import { describe, expect, test } from '@jest/globals';
import { type Filing, missingOf, nothingOnRecord } from '../../../src/domain/access/partner-record.ts';

const now = '2026-11-21T12:00:00.000Z';
const filing: Filing = { personId: 'priya', customerId: 'contoso', helpdeskOnly: false };

describe('what the desk has on record of a partner', () => {
  test('CS-5 Dynamics 365 needs a support contract, to the end of its last day', () => {
    const contract = { level: 'advanced', lastDay: '2026-11-21' } as const;
    const missing = (record: object, at = now) => missingOf({ ...nothingOnRecord, ...record }, 'supportContract', filing, at);
    expect(missing({})).toBe('noSupportContract');
    expect(missing({ contract }, '2026-11-21T23:59:59.999Z')).toBeUndefined();
    expect(missing({ contract }, '2026-11-22T00:00:00.000Z')).toBe('supportContractEnded');
  });

  test.each([
    ['deals with Microsoft itself', {}, {}, undefined],
    ['has no grant of its provider', { provider: 'northwind' }, {}, 'providerGrantMissing'],
    ['has a grant for another customer', { provider: 'northwind', azureGrants: ['fabrikam'] }, {}, 'providerGrantMissing'],
    ['has the grant', { provider: 'northwind', azureGrants: ['contoso'] }, {}, undefined],
    ['sends somebody of the helpdesk', {}, { helpdeskOnly: true }, 'helpdeskOutsideGroup'],
    ['sends somebody of the support group', { supportGroup: ['priya'] }, { helpdeskOnly: true }, undefined],
    ['files for itself', { provider: 'northwind' }, { customerId: null }, undefined],
  ] as const)('CS-3 Azure, of a partner that %s', (_, record, more, why) => {
    expect(missingOf({ ...nothingOnRecord, ...record }, 'azureAccess', { ...filing, ...more }, now)).toBe(why);
  });

  test('CS-3 CS-5 nothing is asked of a partner for the other services', () => {
    expect(missingOf({ ...nothingOnRecord, provider: 'northwind' }, undefined, { ...filing, helpdeskOnly: true }, now)).toBeUndefined();
  });
});
