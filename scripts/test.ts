import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildArgv, runCLI } from 'jest';

/**
 * `npm test`: style, types and pages beside one another, and every test once these stand.
 * `npm test -- <path or Jest option>`: those tests alone. `npm run check`: style and types alone.
 * The last line is always `N passed, N failed`.
 */
const options = process.argv.slice(2);
const onlyCheck = options[0] === '--check';
const onlyTests = options.length > 0 && !onlyCheck;
/** The scripts are looked at with the tests, whose settings they share. */
const projects = ['test', 'tab', '.', 'src/local/page'];

let passed = 0;
let failed = 0;
process.on('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));

process.chdir(join(import.meta.dirname, '..'));
const steps: Promise<void>[] = [];
if (!onlyTests) {
  // Each for itself on one core: together they keep all of them busy, and none does its work twice.
  for (const project of projects)
    steps.push(step(`types of ${project}`, 'node_modules/typescript/bin/tsc', '--noEmit', '--singleThreaded', '-p', project));
  steps.push(step('style', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'));
}
if (options.length === 0) steps.push(step('pages', 'scripts/build.ts'));
await Promise.all(steps);
if (failed > 0) process.exit(1);
if (!onlyCheck) await runJest(options);

/** In its own process: Vite, for one, changes `NODE_ENV` for whoever calls it. */
async function step(name: string, ...command: string[]): Promise<void> {
  const child = spawn(process.execPath, command, { stdio: 'inherit' });
  const status = await new Promise((ended) => child.on('exit', ended));
  if (status === 0) return;
  failed += 1;
  console.error(`The ${name} failed: node ${command.join(' ')}`);
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
