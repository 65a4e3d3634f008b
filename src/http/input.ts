import type * as z from 'zod';
import type { Fault, Issue } from '../domain/faults.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { unreadable } from '../domain/text.ts';
import type { ApiRefusal } from './problem.ts';

type Input = Result<unknown, ApiRefusal>;
type Texts = Readonly<Record<string, string | undefined>>;

/** Values of an address or of headers: texts that have to be readable before they can be anything. */
export function readTexts(schema: z.ZodObject | undefined, texts: Texts): Input {
  if (!schema) return ok(undefined);
  const given = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, texts[name]]));
  const illegible = Object.keys(given).filter((name) => unreadable(given[name] ?? ''));
  if (illegible.length > 0)
    return refuse({ code: 'invalid', issues: illegible.map((field) => ({ field, fault: { is: 'unreadableText' } })) });
  return readValue(schema, given);
}

/** Headers that say on what version, and under what key: one that is missing or misspelt is no fault of a form. */
export function readHeaders(schema: z.ZodObject | undefined, headers: Texts): Input {
  const read = readTexts(schema, headers);
  if (read.ok || read.error.code !== 'invalid') return read;
  const missing = read.error.issues.some(({ field }) => field === 'if-match' && headers[field] === undefined);
  return refuse(missing ? { code: 'preconditionRequired' } : { code: 'malformedRequest', issues: read.error.issues });
}

export function readValue(schema: z.ZodType, value: unknown): Input {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? ok(parsed.data) : refuse({ code: 'invalid', issues: issuesOf(parsed.error.issues) });
}

const most = 20;

function issuesOf(issues: readonly z.core.$ZodIssue[]): readonly Issue[] {
  const named = issues.flatMap((issue): readonly Issue[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: key.slice(0, 64), fault: { is: 'unknownField' } }));
    return [{ field: fieldOf(issue.path), fault: faultOf(issue) }];
  });
  return named.slice(0, most);
}

/** The innermost name on the way: what the person knows the field by. */
const fieldOf = (path: readonly PropertyKey[]): string => String(path.findLast((part) => typeof part === 'string') ?? 'body').slice(0, 64);

function faultOf(issue: z.core.$ZodIssue): Fault {
  switch (issue.code) {
    case 'too_big': {
      const max = Number(issue.maximum);
      if (issue.origin === 'string') return { is: 'tooLong', max };
      return issue.origin === 'array' ? { is: 'tooMany', max } : { is: 'malformed' };
    }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? { is: 'required' } : { is: 'malformed' };
    case 'invalid_value':
      return { is: issue.input === undefined ? 'required' : 'notAnOption' };
    case 'invalid_type':
      return { is: issue.input === undefined ? 'required' : 'malformed' };
    case 'invalid_format':
      return issue.format === 'email' ? { is: 'notAnEmail', value: String(issue.input).slice(0, 100) } : { is: 'malformed' };
    default:
      return { is: 'malformed' };
  }
}
