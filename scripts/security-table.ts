import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { general, opening, policy } from '../src/domain/access/policy.ts';
import { basePath, operations } from '../src/http/contract.ts';
import type { Operation } from '../src/http/operation.ts';
import { botActions, operationsWithoutRow, otherRoutes, type Who } from './security-notes.ts';

const root = join(import.meta.dirname, '..');
const document = join(root, 'docs/security.md');
const [begin, end] = ['<!-- made by npm run security-table -->', '<!-- end of what is made -->'];

interface Test {
  readonly title: string;
  readonly file: string;
  readonly body: string;
}

/** Every test that tries the edges, with what stands in it. */
function testsIn(folders: string): readonly Test[] {
  const files = globSync(folders, { cwd: root }).sort();
  return files.flatMap((file) => {
    const parts = readFileSync(join(root, file), 'utf8').split(/^ *test(?=[.(])/m);
    return parts.slice(1).map((body) => ({ file, body, title: titleOf(body) }));
  });
}

/** Of `test(title, …)`, or of `test.each(rows)(title, …)`, whose rows come first. */
function titleOf(body: string): string {
  const quoted = body.startsWith('.each') ? /\)\(\s*(['"`])((?:(?!\1).)+)\1/s : /^\(\s*(['"`])((?:(?!\1).)+)\1/s;
  return (quoted.exec(body)?.[2] ?? '').replace(/\s+/g, ' ');
}

const tests = testsIn('test/{app,bot,http,identity,store}/*.test.ts');
const shown = ({ title, file }: Test): string => `${title.replaceAll('|', '\\|')} (\`${file.slice('test/'.length)}\`)`;

/** Tests whose titles begin so. @throws where there is none: a proof that is gone is no proof */
function titled(beginning: string): string {
  const found = tests.find(({ title }) => title.startsWith(beginning)) ?? tests.find(({ title }) => title.includes(beginning));
  if (!found) throw new Error(`No test is titled “${beginning}…”. Correct scripts/security-notes.ts.`);
  return shown(found);
}

/** What proves best that nobody else may: rules of tenants before those of roles before the rest. */
const ranks = [/^F-28/, /\bG-9\b/, /^F-(?:29|30|31)/, /^(?:PN-1|G-10|G-5|ID-\d) /, /^[A-Z]+-\d/, /^/];
const rankOf = ({ title }: Test): number => ranks.findIndex((rank) => rank.test(title));

/** The best test that uses an operation, one that tries it with somebody who may not before others; every row is tried by the tests of all rows besides. */
function proofOf(name: string): string {
  const used = tests.filter(({ body }) => new RegExp(`['.]${name}\\b`).test(body));
  const tries = ({ body }: Test): number => (body.includes(`.refused('${name}'`) ? 0 : 1);
  const [best] = used.toSorted((a, b) => rankOf(a) - rankOf(b) || tries(a) - tries(b));
  return best ? shown(best) : 'the tests of all rows, above';
}

function whoMay(who: Who): string {
  return typeof who === 'string' ? who : [...new Set(who.map(byRow))].join('; ');
}

const named: Readonly<Record<string, string>> = {
  member: 'people of the organisation, no guests',
  requester: 'requester',
  ticketManager: 'ticket manager',
  tenantAdministrator: 'tenant administrator',
  engineer: 'engineer',
  deskLead: 'desk lead',
};
const list = (roles: readonly string[]): string => roles.map((role) => named[role] ?? role).join(', ');

/** A row of the policy in words; where desks differ, each by its name. */
function byRow(row: Exclude<Who, string>[number]): string {
  if (row in general) return `\`${row}\`: ${list(general[row as keyof typeof general])}`;
  const byDesk = Object.entries(policy).map(([desk, rows]) => {
    const roles = row === 'open' ? opening[desk as keyof typeof opening].roles : rows[row as keyof typeof rows];
    return [desk, list(roles)] as const;
  });
  const alike = new Set(byDesk.map(([, roles]) => roles)).size === 1;
  return `\`${row}\`: ${alike ? byDesk[0]?.[1] : byDesk.map(([desk, roles]) => `${desk} – ${roles}`).join('; ')}`;
}

function whoOf(name: string, { action, machine, open }: Operation): string {
  if (open && !(name in operationsWithoutRow)) return 'anybody';
  if (machine) return `a machine whose credential has \`${machine}\`, in its own tenant; nobody else`;
  if (action) return byRow(action);
  const note = operationsWithoutRow[name];
  if (note === undefined) throw new Error(`Say in scripts/security-notes.ts who may use ${name}: it names no row of the policy.`);
  return whoMay(note);
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The tables as the code has them now. */
export function securityTables(): string {
  const api = Object.entries<Operation>(operations).map(([name, operation]) => [
    `\`${operation.method} ${basePath}${operation.path}\``,
    whoOf(name, operation),
    proofOf(name),
  ]);
  const others = Object.entries(otherRoutes).map(([route, { who, proof }]) => [`\`${route}\``, who, titled(proof)]);
  const bot = Object.entries(botActions).map(([name, { who, proof }]) => [`\`${name}\``, whoMay(who), titled(proof)]);
  return [
    '### The API',
    table(['route', 'who may', 'what proves it'], api),
    '### Other routes',
    table(['route', 'who may', 'what proves it'], others),
    '### The bot',
    table(['action', 'who may', 'what proves it'], bot),
  ].join('\n\n');
}

/** The document with its tables as they should be, and as it is. */
export function securityDocument(): { readonly wanted: string; readonly found: string } {
  const found = readFileSync(document, 'utf8');
  const [before = '', rest = ''] = found.split(begin);
  const [, after = ''] = rest.split(end);
  return { found, wanted: `${before}${begin}\n\n${securityTables()}\n\n${end}${after}` };
}

/** `npm run security-table`: brings the tables of docs/security.md up to date. */
if (import.meta.main) writeFileSync(document, securityDocument().wanted);
