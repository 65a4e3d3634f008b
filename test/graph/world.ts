import type { SeenPerson } from '../../src/app/ports.ts';
import { list, type Said } from './microsoft.ts';

export const contoso = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a01';
export const operator = '0b5c7a1e-3d42-4f6b-9a10-5e8f2c7d4a09';
export const camille = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c101';
export const nadia = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c901';
export const sam = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c902';
export const marco = '1a6f0c52-7b1d-4c39-8e24-90d5b3a7c104';
export const teamsAdministrator = '69091246-20e8-4a56-aa4d-066075b2a7a8';
export const helpdeskAdministrator = '729827e3-9c14-49f7-bb1b-9608f156bbb8';
export const minutes = 60_000;

/** What Graph says of a person of Contoso. */
export const user = (more: object = {}) => ({
  displayName: 'Camille Laurent',
  mail: 'camille.laurent@contoso.example',
  userPrincipalName: 'claurent@contoso.onmicrosoft.example',
  preferredLanguage: 'fr-FR',
  userType: 'Member',
  usageLocation: 'FR',
  accountEnabled: true,
  ...more,
});
export const organization = {
  displayName: 'Contoso',
  countryLetterCode: 'BE',
  verifiedDomains: [{ name: 'Contoso.example' }, { name: 'contoso.onmicrosoft.example' }],
};
export const roles = (...templateIds: readonly string[]): Said => list(templateIds.map((roleTemplateId) => ({ id: 'x', roleTemplateId })));

/** What a token or the roster has shown of Camille. */
export const shown = (more: Partial<SeenPerson> = {}): SeenPerson => ({
  tenantId: contoso,
  id: camille,
  name: 'Camille (token)',
  email: 'claurent@contoso.example',
  guest: false,
  locale: 'en-GB',
  directoryRoles: [],
  appRoles: [],
  ...more,
});
