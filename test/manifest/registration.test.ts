import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { appRolesOf } from '../../src/domain/access/granted-roles.ts';
import { deskIds } from '../../src/domain/catalogue/desks.ts';

interface Registration {
  readonly appRoles: readonly { readonly id: string; readonly value: string; readonly isEnabled: boolean }[];
}

test('ID-3 the registration offers the app roles of every desk, each under an id of its own', () => {
  const file = join(import.meta.dirname, '../../manifest/aad.manifest.json');
  const { appRoles } = JSON.parse(readFileSync(file, 'utf8')) as Registration;
  const offered = appRoles.filter(({ isEnabled }) => isEnabled).map(({ value }) => value);
  expect(offered.sort()).toEqual(deskIds.flatMap((desk) => Object.values(appRolesOf(desk))).sort());
  expect(new Set(appRoles.map(({ id }) => id)).size).toBe(appRoles.length);
});
