/** What no field expects. */
export const hostileValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  'x'.repeat(10_000),
  'a\0b',
  '\ud800',
  '\u202eabc\u2066',
  '👩‍💻'.repeat(300),
  "' or 1=1 --",
  '{{7*7}}#{7*7}',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '\r\nset-cookie: a=b',
  '%00',
  '2026-02-30T25:61:00Z',
  '+33472000000',
  '3.31E+10',
  [],
  {},
  [[[[]]]],
  Array.from({ length: 3_000 }, () => 'x'),
  { $ne: null },
  { constructor: { prototype: {} } },
  Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i])),
];

/** What no address and no header expects; headers can't hold the rest. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  '9'.repeat(40),
  'x'.repeat(5_000),
  'a\0b',
  '\u202e',
  '%',
  '%00',
  '%2e%2e%2f',
  '..',
  '.',
  '../../x',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  'null',
  '[]',
  '{}',
  '*',
  '"1"',
  'W/"1"',
  'CD-JA4M-MDWE',
  'CD-JA4M-MDWF',
  'é',
  'true,false',
];

/** Bodies that are no JSON of ours: each with its type. */
export const hostileBodies: readonly { readonly what: string; readonly raw: string | Uint8Array; readonly type?: string }[] = [
  { what: 'nothing', raw: '' },
  { what: 'cut short', raw: '{"text":' },
  { what: 'a word', raw: '"hello"' },
  { what: 'null', raw: 'null' },
  { what: 'a list', raw: '[]' },
  { what: 'a list of lists', raw: `[${'[],'.repeat(500)}[]]` },
  { what: '200,000 deep', raw: '['.repeat(200_000) + ']'.repeat(200_000) },
  { what: '50,000 objects deep', raw: '{"a":'.repeat(50_000) },
  { what: 'too large', raw: JSON.stringify({ text: 'x'.repeat(300_000) }) },
  { what: '__proto__', raw: '{"__proto__":{"admin":true},"text":"x"}' },
  { what: '__proto__ within', raw: '{"input":{"\\u005f_proto__":{"title":"x"}},"card":{"__proto__":1}}' },
  { what: 'the same key twice', raw: '{"text":"a","text":{"b":1}}' },
  { what: 'a huge number', raw: `{"version":${'9'.repeat(400)},"text":1e999}` },
  { what: 'a lone surrogate as a key', raw: '{"\\ud800":1}' },
  { what: 'not UTF-8', raw: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  { what: 'UTF-16', raw: Buffer.from('\ufeff{"text":"x"}', 'utf16le') },
  { what: 'a form', raw: 'text=x', type: 'application/x-www-form-urlencoded' },
  { what: 'XML', raw: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', type: 'application/xml' },
  { what: 'several parts', raw: '--a\r\n\r\nx\r\n--a--', type: 'multipart/form-data; boundary=a' },
];

interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly format?: string;
  readonly pattern?: string;
}
/** What a schema can't say: these have to be of the catalogue. */
const known: Readonly<Record<string, string>> = { caseType: 'otherQuestion', country: 'US' };

type Components = Readonly<Record<string, Schema>>;

/**
 * The smallest value that a JSON Schema takes, as far as it tells without its patterns.
 *
 * @param id to use where one is asked for
 * @param choice which of several alternatives
 */
export function sampleOf(schema: Schema, components: Components, id: string, choice = 0): unknown {
  const again = (part: Schema = {}): unknown => sampleOf(part, components, id, choice);
  if (schema.$ref !== undefined) return again(components[schema.$ref.split('/').at(-1) ?? '']);
  if (schema.const !== undefined) return schema.const;
  const options = schema.enum ?? [];
  if (options.length > 0) return options[choice % options.length];
  const alternatives = schema.oneOf ?? schema.anyOf ?? [];
  if (alternatives.length > 0) return again(alternatives[choice % alternatives.length]);
  if (Array.isArray(schema.type) && schema.type.includes('null')) return null;
  switch (schema.type) {
    case 'object': {
      const parts = Object.entries(schema.properties ?? {});
      return Object.fromEntries(parts.map(([name, part]) => [name, known[name] && part.const === undefined ? known[name] : again(part)]));
    }
    case 'array':
      return [again(schema.items)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return textOf(schema, id);
  }
}

function textOf({ format, pattern = '', minLength = 1 }: Schema, id: string): string {
  if (format === 'uuid' || pattern.includes('[0-9a-f]{8}')) return id;
  if (format === 'email') return 'someone@fabrikam.example';
  if (format === 'date-time') return '2026-03-02T09:00:00Z';
  if (pattern.includes('[A-Z]{2}')) return 'FR';
  if (pattern.includes('\\d{1,9}')) return '"1"';
  return 'x'.repeat(Math.max(1, minLength));
}

/** Every place within a value, as the way to it. */
export function placesIn(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...way, name]))];
}

export const leaveOut = Symbol('left out');

/** The value with something else in one place. */
export function withAt(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as Record<string, unknown>) }) as Record<string, unknown>;
  if (rest.length === 0 && put === leaveOut) delete copy[name];
  else copy[name] = withAt(copy[name], rest, put);
  return copy;
}

export const valueAt = (value: unknown, way: readonly string[]): unknown =>
  way.reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], value);
