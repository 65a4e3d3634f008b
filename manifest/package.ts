import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPackage } from './build.ts';
import { PackageMistakes, readEnvironment } from './environment.ts';

const root = join(import.meta.dirname, '..');
const usage = 'npm run package -- [--env dev] [--set NAME=value …]';

/** `npm run package`: writes `dist/package/case-desk-<environment>.zip`. */
async function main(): Promise<void> {
  const { env, overrides } = readArguments();
  const environment = readEnvironment(join(root, 'env'), env, overrides);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const content = await buildPackage(environment, version);
  const target = join('dist', 'package', `case-desk-${env}.zip`);
  mkdirSync(join(root, 'dist', 'package'), { recursive: true });
  writeFileSync(join(root, target), content);
  console.log(`${target} is ready.`);
  if (environment.missingIds.length > 0) {
    console.log(
      `env/.env.${env} has no ${environment.missingIds.join(' and no ')} yet, so Teams can show this package but not reach the bot. ` +
        'Provisioning (teamsapp.yml) fills that in; so may you.',
    );
  }
}

function readArguments(): { env: string; overrides: Record<string, string> } {
  const options = { env: { type: 'string', default: 'dev' }, set: { type: 'string', multiple: true } } as const;
  try {
    const { values } = parseArgs({ options });
    const pairs = (values.set ?? []).map((pair) => /^([A-Z_]+)=(.*)$/.exec(pair));
    if (pairs.includes(null)) throw new TypeError('--set takes NAME=value.');
    return { env: values.env, overrides: Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''])) };
  } catch (error) {
    throw new PackageMistakes([`${(error as Error).message} Use: ${usage}`]);
  }
}

await main().catch((error: unknown) => {
  if (!(error instanceof PackageMistakes)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
