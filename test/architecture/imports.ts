import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

/** `to` is a path from the repository's root (`src/app/ports.ts`) or a package as it is written (`node:fs`, `jose`). */
export interface Import {
  readonly to: string;
  readonly how: 'value' | 'type' | 'lazy';
}

const root = join(import.meta.dirname, '../..');

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The repository's own files that match, from its root, in order. */
export function files(...patterns: string[]): string[] {
  const strange = (name: string) => ['node_modules', 'dist', '.git', '.data'].includes(name.split('/').at(-1) as string);
  return globSync(patterns, { cwd: root, exclude: strange }).sort();
}

/**
 * Everything a TypeScript file imports or re-exports, `import()` (`lazy`) and `import('…')` in a type included.
 * `import { type A }` counts as a value: with `verbatimModuleSyntax` the module is still loaded.
 */
export function importsOf(file: string): Import[] {
  const { program, errors } = parseSync(file, read(file));
  if (errors.length > 0) throw new Error(`${file} can't be read: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = (source: { value?: unknown } | null, how: Import['how']) => {
    if (typeof source?.value === 'string') found.push({ to: resolve(file, source.value), how });
  };
  const exported = (node: ESTree.ExportNamedDeclaration | ESTree.ExportAllDeclaration) => add(node.source, node.exportKind ?? 'value');
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind ?? 'value'),
    ExportNamedDeclaration: exported,
    ExportAllDeclaration: exported,
    ImportExpression: (node) => add(node.source as { value?: unknown }, 'lazy'),
    TSImportType: (node) => add(node.source, 'type'),
  }).visit(program);
  return found;
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? relative(root, join(root, dirname(from), specifier)) : specifier;
}

/** How each file and package that `entry` loads before its first `import()` is reached: file or package → chain of files. */
export function eagerImports(entry: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const seen = new Set<string>();
  const walk = (file: string, chain: string[]) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { to, how } of importsOf(file)) {
      if (how !== 'value') continue;
      if (!found.has(to)) found.set(to, chain);
      if (/\.tsx?$/.test(to)) walk(to, [...chain, to]);
    }
  };
  walk(entry, [entry]);
  return found;
}
