import { expect, test } from '@jest/globals';
import { carriesServiceRequests, grantedByApp, grantedByDirectory } from '../../../src/domain/access/granted-roles.ts';

test.each([
  ['Global Administrator', '62e90394-69f5-4237-9190-012177145e10', ['tenantAdministrator', 'ticketManager']],
  ['Teams Administrator', '69091246-20e8-4a56-aa4d-066075b2a7a8', ['tenantAdministrator', 'ticketManager']],
  ['Helpdesk Administrator', '729827e3-9c14-49f7-bb1b-9608f156bbb8', ['ticketManager']],
  ['Service Support Administrator', 'F023FD81-A637-4B56-95FD-791AC0226033', ['ticketManager']],
  ['Global Reader', 'f2ef992c-3afb-46b9-b7cf-a126ee74c451', []],
  ['a role that is named like a property', 'constructor', []],
])('ID-3 %s grants what is listed for it, and nothing else', (_, templateId, roles) => {
  expect(grantedByDirectory([templateId, templateId])).toEqual(roles);
  expect(carriesServiceRequests(templateId)).toBe(roles.length > 0);
});

test('ID-3 an engineer’s app role names a desk, and a lead is an engineer of it too', () => {
  expect(grantedByApp(['Engineer.phoneNumbers'])).toEqual({ roles: ['engineer'], desks: ['phoneNumbers'] });
  expect(grantedByApp(['Lead.phoneNumbers'])).toEqual({ roles: ['engineer', 'deskLead'], desks: ['phoneNumbers'] });
  expect(grantedByApp(['Engineer.everything', 'Engineer'])).toEqual({ roles: [], desks: [] });
});
