import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildArgv, runCLI } from 'jest';

/**
 * `npm test`: style, types, pages, then every test; the first step that fails is the last.
 * `npm test -- <path or Jest option>`: those tests alone. `npm run check`: style and types alone.
 * The last line is always `N passed, N failed`.
 */
const options = process.argv.slice(2);
const onlyCheck = options[0] === '--check';
const onlyTests = options.length > 0 && !onlyCheck;
/** The scripts are looked at with the tests, whose settings they share. */
const projects = ['.', 'test', 'tab', 'src/local/page'];

let passed = 0;
let failed = 0;
process.on('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));

process.chdir(join(import.meta.dirname, '..'));
if (!onlyTests) {
  step('style', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings');
  for (const project of projects) step(`types of ${project}`, 'node_modules/typescript/bin/tsc', '--noEmit', '-p', project);
}
if (options.length === 0) step('pages', 'scripts/build-pages.ts');
if (!onlyCheck) await runJest(options);

/** In its own process: Vite, for one, changes `NODE_ENV` for whoever calls it. */
function step(name: string, ...command: string[]): void {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status === 0) return;
  failed += 1;
  console.error(`The ${name} failed: node ${command.join(' ')}`);
  process.exit(1);
}

async function runJest(options: string[]): Promise<void> {
  process.env.NODE_ENV = 'test';
  // Jest would end the process itself when no test matches, before the last line is out.
  const { results } = await runCLI({ ...(await buildArgv(options)), passWithNoTests: true }, [process.cwd()]);
  passed = results.numPassedTests;
  failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  if (results.numTotalTestSuites === 0) failed = 1;
  process.exitCode = results.success && failed === 0 ? 0 : 1;
  endEvenIfSomethingIsOpen();
}

function endEvenIfSomethingIsOpen(): void {
  setTimeout(() => {
    const open = [...new Set(process.getActiveResourcesInfo())].join(', ');
    failed ||= 1;
    console.error(`The tests are over, but something they opened is still open: ${open}. Close it in the test that opened it.`);
    process.exit(1);
  }, 10_000).unref();
}
