import { statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What takes longest, the longest first: begun last, one of these would run alone at the end. */
const slow = [
  'e2e/tab.test.ts',
  'e2e/tab-cases.test.ts',
  'start.test.ts',
  'faults/crash.test.ts',
  'e2e/tab-create.test.ts',
  'store/open.test.ts',
  'notify/processes.test.ts',
  'http/pages.test.ts',
  'verify-audit.test.ts',
  'e2e/operator.test.ts',
  'e2e/sign-in.test.ts',
  'bot/cards.test.ts',
  'notify/email.test.ts',
  'e2e/tab-organisation.test.ts',
  'http/fuzz.test.ts',
  'notify/pace.test.ts',
  'faults/memory.test.ts',
  'faults/migration-cut.test.ts',
];

interface Test {
  readonly path: string;
}

/** The order of Jest's runs: what is known to be slow, then by size, as Jest does for tests that it has not seen yet. */
export default class LongestFirst {
  sort<T extends Test>(tests: readonly T[]): T[] {
    const rank = ({ path }: Test) => slow.indexOf(relative(join(import.meta.dirname, '..'), path).replaceAll('\\', '/'));
    const weight = (test: Test) => (rank(test) < 0 ? statSync(test.path).size : Number.MAX_SAFE_INTEGER - rank(test));
    return tests.toSorted((a, b) => weight(b) - weight(a));
  }

  shard<T extends Test>(tests: readonly T[], { shardIndex, shardCount }: { shardIndex: number; shardCount: number }): T[] {
    return tests.toSorted((a, b) => (a.path < b.path ? -1 : 1)).filter((_, i) => i % shardCount === shardIndex - 1);
  }

  /** Nothing is remembered between runs. */
  allFailedTests<T extends Test>(tests: readonly T[]): readonly T[] {
    return tests;
  }

  cacheResults(): void {}
}
