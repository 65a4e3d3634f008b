import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const pages = [
  { name: 'tab', folder: 'tab' },
  { name: 'local', folder: 'src/local/page' },
];
/** The best would take three times as long, for a fourteenth less. */
const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
const shared = ['src/domain/**', 'src/forms/**', 'src/http/contract*', 'package-lock.json', 'scripts/build-pages.ts'];

/**
 * Builds each browser page into `dist/<name>` unless it was built from these very sources, so a start that needs no build costs a few milliseconds.
 *
 * @throws when a page needs building and can't be built.
 */
export async function buildPages(): Promise<void> {
  for (const { name, folder } of pages) {
    if (!existsSync(join(root, folder, 'index.html'))) continue;
    const mark = join(root, 'dist', `.built-${name}`);
    const wanted = fingerprint([`${folder}/**`, ...shared]);
    if (existsSync(mark) && existsSync(join(root, 'dist', name)) && readFileSync(mark, 'utf8') === wanted) continue;

    const started = performance.now();
    rmSync(mark, { force: true });
    const { build } = await vite();
    await build({ configFile: join(root, folder, 'vite.config.ts'), logLevel: 'warn' });
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
    throw new Error('The pages are not built and Vite is not installed. Run npm ci without --omit=dev once, or copy a built dist/ here.', {
      cause,
    });
  }
}

if (import.meta.main) {
  await buildPages().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
