import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const shared = ['package-lock.json', 'scripts/build.ts'];
const sharedByPages = [...shared, 'src/domain/**', 'src/forms/**', 'src/http/contract*'];
/** What is built into `dist/<name>`, by which configuration, and what a change of which makes it anew. */
const parts = [
  { name: 'tab', config: 'scripts/tab/vite.config.ts', of: ['tab/**', 'scripts/tab/**', ...sharedByPages] },
  { name: 'local', config: 'src/local/page/vite.config.ts', of: ['src/local/page/**', ...sharedByPages] },
  { name: 'server', config: 'scripts/server/vite.config.ts', of: ['src/**', 'bot/**', 'scripts/server/**', ...shared] },
];
/** The best would take three times as long, for a fourteenth less. */
const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };

/**
 * Builds the browser's pages and the desk itself, each unless it was built from these very sources, so a start that needs no build costs a few
 * milliseconds.
 *
 * @throws when something needs building and can't be built.
 */
export async function buildAll(): Promise<void> {
  for (const { name, config, of } of parts) {
    if (!existsSync(join(root, config))) continue;
    const mark = join(root, 'dist', `.built-${name}`);
    const wanted = fingerprint(of);
    if (existsSync(mark) && existsSync(join(root, 'dist', name)) && readFileSync(mark, 'utf8') === wanted) continue;

    const started = performance.now();
    rmSync(mark, { force: true });
    const { build } = await vite();
    await build({ configFile: join(root, config), logLevel: 'warn' });
    if (name === 'tab') compress(join(root, 'dist', name));
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(mark, wanted);
    console.log(`Built dist/${name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  }
}

/** The desk serves what it finds so, and no process has to do it at its start (`src/http/pages/static-files.ts`). */
function compress(folder: string): void {
  for (const file of globSync('**/*.{js,css,html}', { cwd: folder })) {
    const content = readFileSync(join(folder, file));
    if (content.length > 1_000) writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content, { params: quality }));
  }
}

function fingerprint(patterns: string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync(patterns, { cwd: root }).sort()) {
    if (statSync(join(root, file)).isFile())
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
  }
  return hash.digest('hex');
}

async function vite() {
  // Whatever the caller's own says (Jest's is `test`): people get React as it is meant for them, a third of the size.
  process.env.NODE_ENV = 'production';
  try {
    return await import('vite');
  } catch (cause) {
    throw new Error('The desk is not built and Vite is not installed. Run npm ci without --omit=dev once, or copy a built dist/ here.', {
      cause,
    });
  }
}

if (import.meta.main) {
  await buildAll().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
