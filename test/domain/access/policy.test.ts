import { describe, expect, test } from '@jest/globals';
import { authorize, authorizeOpening, may, permitted } from '../../../src/domain/access/authorize.ts';
import { unnarrowed } from '../../../src/domain/access/closing-rule.ts';
import { type Action, actions, whoseAlone } from '../../../src/domain/access/policy.ts';
import type { Principal } from '../../../src/domain/access/principal.ts';
import { aCase, amelie, engineer, guest, hugo, lea, lead, now, partner, person, stranger } from '../samples.ts';

const people: Readonly<Record<string, Principal>> = {
  'the requester': lea,
  'a colleague': person('colleague', ['member']),
  'a ticket manager': hugo,
  'the administrator': amelie,
  'a guest': guest,
  'another tenant’s administrator': stranger,
  'a partner': partner,
  'an engineer': engineer,
  'a lead': lead,
  'an engineer of no desk': person('idle', ['engineer'], { desks: [] }),
};
const ofTheRequester: readonly Action[] = ['view', 'comment', 'resolve', 'cancel', 'reopen', 'giveFeedback', 'edit', 'escalate', 'correct'];
const ofTheTenant: readonly Action[] = [
  'view',
  'comment',
  'resolve',
  'cancel',
  'reopen',
  'follow',
  'unfollow',
  'edit',
  'escalate',
  'correct',
];
const ofTheDesk: readonly Action[] = [
  ...[
    'view',
    'comment',
    'note',
    'ask',
    'take',
    'assign',
    'unassign',
    'resolve',
    'cancel',
    'closeUnresolved',
    'reopen',
    'move',
    'changeSeverity',
    'merge',
    'linkOutage',
    'unlinkOutage',
    'unmarkImproper',
    'setStage',
  ],
] as Action[];

describe('G-9 who may do what with a phone-number case', () => {
  test.each<[string, readonly Action[]]>([
    ['the requester', ofTheRequester],
    ['a colleague', []],
    ['a ticket manager', ofTheTenant],
    ['the administrator', [...ofTheTenant, 'transfer', 'takeOver']],
    ['a guest', []],
    ['another tenant’s administrator', []],
    ['a partner', []],
    ['an engineer', ofTheDesk],
    ['a lead', ofTheDesk],
    ['an engineer of no desk', []],
  ])('G-9 %s may: %j', (name, allowed) => {
    const who = people[name] as Principal;
    expect(actions.filter((action) => authorize(who, action, aCase(), unnarrowed).ok)).toEqual(actions.filter((a) => allowed.includes(a)));
  });

  test('G-9 what a person may not see is answered as what does not exist', () => {
    for (const action of actions)
      expect(authorize(stranger, action, aCase(), unnarrowed)).toEqual({ ok: false, error: { code: 'notFound' } });
  });

  test('G-9 what a person sees and may not do is said', () => {
    expect(authorize(lea, 'note', aCase())).toEqual({ ok: false, error: { code: 'notAllowed', action: 'note' } });
  });

  test('G-9 an engineer’s role counts only in the operator’s own tenant', () => {
    const impostor = person('impostor', ['engineer', 'deskLead'], {
      kind: 'customer',
      tenantId: stranger.tenantId,
      desks: ['phoneNumbers'],
    });
    expect(authorize(impostor, 'view', aCase()).ok).toBe(false);
  });
});

describe('PN-1 only a person of the same tenant opens a case', () => {
  test('PN-1 members do, for their own organisation', () => {
    expect(authorizeOpening(lea, 'phoneNumbers', null).ok).toBe(true);
    expect(authorizeOpening(lea, 'phoneNumbers', lea.tenantId).ok).toBe(true);
    expect(authorizeOpening(partner, 'phoneNumbers', null).ok).toBe(true);
  });
  test('PN-1 not for another organisation, partner or not, and the refusal says why', () => {
    for (const who of [lea, partner]) {
      expect(authorizeOpening(who, 'phoneNumbers', stranger.tenantId)).toMatchObject({
        error: { code: 'notAllowed', why: 'onBehalfOfAnother' },
      });
    }
  });
  test('PN-1 guests and engineers don’t', () => {
    expect(authorizeOpening(guest, 'phoneNumbers', null)).toMatchObject({ error: { why: 'guest' } });
    expect(authorizeOpening(engineer, 'phoneNumbers', null)).toMatchObject({ error: { why: 'notOfThisDesk' } });
  });
});

test('CS-1 whom a partner files for is told so, not sent to a queue', () => {
  for (const who of [lea, amelie])
    expect(authorizeOpening(who, 'cloudServices', null)).toMatchObject({ error: { code: 'notAllowed', why: 'partnersAlone' } });
  expect(authorizeOpening(partner, 'cloudServices', null).ok).toBe(true);
});

test('PS-6 whoever can ask for a closing is told that an engineer closes', () => {
  const incident = aCase({ desk: 'professionalSupport', caseType: 'supportIncident' });
  for (const who of [lea, amelie])
    for (const action of ['resolve', 'cancel', 'closeUnresolved'] as const)
      expect(authorize(who, action, incident, unnarrowed)).toMatchObject({ error: { action, why: 'engineerCloses' } });
  expect(authorize(lea, 'closeUnresolved', aCase(), unnarrowed)).toEqual({
    ok: false,
    error: { code: 'notAllowed', action: 'closeUnresolved' },
  });
});

test('G-9 what is the desk’s alone, or partners’, is known as theirs', () => {
  expect((['note', 'move', 'workOutages', 'seeQueue'] as const).map(whoseAlone)).toEqual(Array(4).fill('engineer'));
  expect((['managePacks', 'managePartners', 'writeReplies'] as const).map(whoseAlone)).toEqual(Array(3).fill('deskLead'));
  expect(whoseAlone('seeCustomers')).toBe('partnerTechnician');
  for (const action of ['resolve', 'transfer', 'seeReports', 'open', 'manageGrants'] as const) expect(whoseAlone(action)).toBeUndefined();
});

test('G-4 company cases are for ticket managers, the queue for engineers, feedback for administrators', () => {
  const who = Object.values(people);
  const allowed = (action: Parameters<typeof may>[1]) => who.filter((p) => may(p, action)).map((p) => p.personId);
  expect(allowed('seeCompany')).toEqual(['hugo', 'amelie', 'stranger']);
  expect(allowed('seeQueue')).toEqual(['engineer', 'lead', 'idle']);
  expect(allowed('readFeedback')).toEqual(['amelie', 'stranger']);
});

test('G-9 a case offers only what is possible now', () => {
  const offered = (who: Principal, more = {}) => permitted(who, aCase(more), now, { reopenWithinDays: 14, closing: unnarrowed });
  expect(offered(lea)).toEqual(['view', 'comment', 'resolve', 'cancel', 'edit', 'escalate']);
  expect(offered(lea, { escalatedAt: now })).not.toContain('escalate');
  expect(offered(engineer)).toEqual([
    'view',
    'comment',
    'note',
    'ask',
    'take',
    'assign',
    'resolve',
    'cancel',
    'closeUnresolved',
    'move',
    'merge',
    'linkOutage',
  ]);
  const desks = ['professionalSupport', 'rooms'] as const;
  const elsewhere = person('elsewhere', ['engineer'], { desks });
  expect(offered(elsewhere, { desk: desks[0] })).toContain('changeSeverity');
  expect(offered(elsewhere, { desk: desks[1] })).not.toContain('changeSeverity');
  expect(offered(engineer, { assignedTo: { id: 'engineer', name: 'engineer' }, status: 'inProgress' })).not.toContain('take');
  const by = { tenantId: lea.tenantId, id: 'lea', name: 'lea', side: 'customer' } as const;
  const closed = { status: 'resolved', closed: { at: now, by, step: 'resolve', reason: null } } as const;
  expect(offered(lea, closed)).toEqual(['view', 'comment', 'reopen', 'giveFeedback']);
  expect(offered(lea, { ...closed, closed: { ...closed.closed, at: '2026-05-01T00:00:00.000Z' } })).toEqual([
    'view',
    'comment',
    'giveFeedback',
  ]);
});
