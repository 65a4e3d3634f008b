import * as z from 'zod';
import type { CaseType } from '../domain/catalogue/desk.ts';
import { type Field, type FieldKind, type FieldOf, limits } from '../domain/catalogue/field.ts';
import type { Fault, Issue } from '../domain/faults.ts';
import { unreadable } from '../domain/text.ts';

const fails = (fault: Fault) => ({ error: fault.is, params: { fault } });

/** One line or many, trimmed; nothing unreadable is let through or cut (F-38, F-39). */
const text = (max: number) =>
  z
    .string()
    .refine((s) => !unreadable(s), fails({ is: 'unreadableText' }))
    .trim()
    .min(1)
    .max(max);

/** An address, lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@,;<>()[\]\\"]+@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);
const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/);
const uuid = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** A room by its id, its address, or its name with the site before it. */
const longestRoom = 254;

/** What each kind of field accepts, in the API's shapes. From it come the server's validation and the API document (G-2). */
const kinds: { readonly [K in FieldKind]: (field: FieldOf<K>) => z.ZodType } = {
  text: ({ max, only }) => {
    const line = text(max).refine((s) => !/[\r\n]/.test(s), fails({ is: 'unreadableText' }));
    return only === 'printableAscii' ? line.regex(/^[\x20-\x7e]*$/) : line;
  },
  multiline: ({ max }) => text(max),
  choice: ({ options }) => z.enum(options as [string, ...string[]]),
  country: () => z.string().regex(/^[A-Z]{2}$/),
  product: () => z.string().max(64),
  count: ({ min, max }) => z.int().min(min).max(max),
  consent: () => z.literal(true),
  localDateTime: () =>
    z.strictObject({
      local: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
      zone: z.string().max(64).optional(),
      which: z.enum(['earlier', 'later']).optional(),
    }),
  emails: ({ max }) => z.array(email).max(max),
  domain: () => domain,
  tenantId: () => uuid,
  numberList: () => uuid,
  documents: ({ max, required }) => (required ? z.array(uuid).min(1).max(max) : z.array(uuid).max(max)),
  rooms: ({ max, required }) =>
    z
      .array(text(longestRoom))
      .min(required ? 1 : 0)
      .max(max),
};

/** A date without a time, or the other way round. */
const halfATime = /^T|T$/;

/** The fault to name when a value is not even of the kind's shape. */
const shapeFaults: { readonly [K in FieldKind]: (field: FieldOf<K>, value: unknown) => Fault } = {
  text: ({ only }, value) => (only && typeof value === 'string' ? { is: 'notPrintableAscii' } : { is: 'malformed' }),
  multiline: () => ({ is: 'malformed' }),
  choice: () => ({ is: 'notAnOption' }),
  country: () => ({ is: 'notAnOption' }),
  product: () => ({ is: 'notAnOption' }),
  count: ({ min, max }) => ({ is: 'outOfRange', min, max }),
  consent: () => ({ is: 'mustAgree' }),
  localDateTime: (_, value) => (halfATime.test((value as { local?: string }).local ?? '') ? { is: 'required' } : { is: 'malformed' }),
  emails: (_, value) => ({ is: 'notAnEmail', value: typeof value === 'string' ? value.slice(0, 100) : '' }),
  domain: () => ({ is: 'notADomain' }),
  tenantId: () => ({ is: 'notATenantId' }),
  numberList: () => ({ is: 'fileUnknown' }),
  documents: () => ({ is: 'fileUnknown' }),
  rooms: (_, value) => ({ is: 'roomsUnknown', names: [typeof value === 'string' ? value.slice(0, 100) : ''] }),
};

const made = new WeakMap<Field, z.ZodType>();

/** A declared field's schema never changes, and making it takes longer than using it. */
function schemaOfField(field: Field): z.ZodType {
  const known = made.get(field) ?? (kinds[field.kind] as (field: Field) => z.ZodType)(field);
  made.set(field, known);
  return known;
}
const shapeFault = (field: Field, value: unknown): Fault =>
  (shapeFaults[field.kind] as (field: Field, value: unknown) => Fault)(field, value);

/** The schema of a case type's values. Fields that only some countries ask for are optional here; `values.ts` asks for them there. */
export function schemaOf(caseType: CaseType): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      caseType.fields.map((field) => {
        const schema = schemaOfField(field);
        return [field.id, field.required && field.where === undefined ? schema : schema.optional()];
      }),
    ),
  );
}

/** `true` for what a person left empty: it is as if it had not been sent. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** One field's value, checked for itself alone. */
export function parseField(field: Field, value: unknown): { readonly value: unknown } | Issue {
  if (isEmpty(value) || (field.kind === 'consent' && value === false)) {
    return field.required ? { field: field.id, fault: { is: field.kind === 'consent' ? 'mustAgree' : 'required' } } : { value: undefined };
  }
  const parsed = schemaOfField(field).safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const [first] = parsed.error.issues;
  return { field: field.id, fault: first ? faultOf(field, value, first) : { is: 'malformed' } };
}

function faultOf(field: Field, value: unknown, issue: z.core.$ZodIssue): Fault {
  if (issue.code === 'custom' && issue.params?.['fault']) return issue.params['fault'] as Fault;
  if (issue.code === 'too_big' && field.kind !== 'count') {
    const max = Number(issue.maximum);
    return issue.origin === 'array' ? { is: 'tooMany', max } : { is: 'tooLong', max };
  }
  const [index] = issue.path;
  return shapeFault(field, Array.isArray(value) && typeof index === 'number' ? value[index] : value);
}

/** Limits on what a draft may hold before anything is checked: bytes of its JSON. */
export const maxDraftSize = 4 * (limits.description + 8_000);
