import * as z from 'zod';
import type { CheckView, PermissionView, SetUpView } from '../../app/set-up/set-up-check.ts';
import { words } from '../../domain/i18n/index.ts';
import { type CheckName, checkNames, checkStates, testResults, testWays } from '../../domain/set-up.ts';

type Keys<T> = [keyof T & string, ...(keyof T & string)[]];
const { consenters, permissions } = words('en').setUp;

const checkView: z.ZodType<CheckView> = z.object({
  check: z.enum(checkNames as readonly [CheckName, ...CheckName[]]),
  name: z.string(),
  about: z.string(),
  state: z.enum(checkStates),
  reason: z.string().nullable(),
  cure: z.string().nullable().describe('What to do about it'),
});

const permissionView: z.ZodType<PermissionView> = z.object({
  name: z.enum(Object.keys(permissions) as Keys<typeof permissions>),
  kind: z.enum(['application', 'delegated']),
  consenter: z.enum(Object.keys(consenters) as Keys<typeof consenters>),
  consenterName: z.string(),
  granted: z.boolean().nullable().describe('Null where it is not known'),
  purpose: z.string(),
  without: z.string().describe('What the desk does without it: none is needed'),
});

export const setUpView: z.ZodType<SetUpView> = z.object({
  checks: z.array(checkView),
  permissions: z.array(permissionView),
  consentUrl: z.string().nullable().describe('Where an administrator consents'),
});

export const testAsked = z.strictObject({ way: z.enum(testWays) });
export const testAnswer = z.object({ result: z.enum(testResults), says: z.string() });
