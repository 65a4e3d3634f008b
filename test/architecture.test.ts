import { expect, test } from '@jest/globals';
import { eagerImports, files, type Import, importsOf, read } from './architecture/imports.ts';
import { type Layer, layers, longFiles, tooHeavyForFirstView } from './architecture/layers.ts';

const sources = files('{src,bot,tab,manifest,bench,scripts,test}/**/*.{ts,tsx,js,css,html}');
const layered = sources.filter((file) => /\.tsx?$/.test(file) && layerOf(file));

function layerOf(file: string): Layer | undefined {
  return layers.find(({ folder }) => file.startsWith(`${folder}/`));
}

function isWithin(to: string, place: string): boolean {
  return to === place || to.startsWith(/[:/]$/.test(place) ? place : `${place}/`);
}

function isAllowed({ to, how }: Import, { folder, may }: Layer): boolean {
  return [folder, ...may].some((place) =>
    place.startsWith('type ') ? how === 'type' && isWithin(to, place.slice('type '.length)) : isWithin(to, place),
  );
}

test('every file imports only what its folder may', () => {
  const faults = layered.flatMap((file) => {
    const layer = layerOf(file) as Layer;
    return importsOf(file)
      .filter((it) => !isAllowed(it, layer))
      .map(({ to, how }) => `${file} may not import ${to}${how === 'type' ? '' : ` (as a ${how})`}. ${layer.instead}`);
  });
  expect(faults).toEqual([]);
});

test('nothing in the product imports what starts it', () => {
  const faults = layered
    .filter((file) => !file.startsWith('bench/') && !/^src\/[^/]+$/.test(file))
    .flatMap((file) => importsOf(file).map(({ to }) => ({ file, to })))
    .filter(({ to }) => to === 'src/main.ts')
    .map(({ file }) => `${file} imports src/main.ts. Let src/main.ts hand it what it needs as an argument.`);
  expect(faults).toEqual([]);
});

/** What starts the tab, and what draws it. */
const firstViewEntries = ['tab/main.ts', 'tab/page.tsx'];

test('the tab loads no heavy package before its first view', () => {
  const faults = firstViewEntries.flatMap((entry) =>
    [...eagerImports(entry)]
      .filter(([name]) => tooHeavyForFirstView.some((heavy) => isWithin(name, heavy)))
      .map(([name, chain]) => `${chain.join(' → ')} → ${name}. Import its types only, or load that piece with import() when it is needed.`),
  );
  expect(faults).toEqual([]);
});

test('G-13 the tab’s first view loads no words but its own, in the reader’s language', () => {
  const faults = firstViewEntries
    .flatMap((entry) => [...eagerImports(entry)])
    .filter(([file]) => file === 'tab/desk.tsx' || /^src\/domain\/i18n\/(en|fr|index\.ts)/.test(file))
    .map(
      ([file, chain]) => `${chain.join(' → ')} → ${file}. Take useShell and the words of first-view.ts, or load that piece with import().`,
    );
  expect(faults).toEqual([]);
});

test('only src/config.ts reads the environment', () => {
  const environment = /\bprocess\s*\.\s*env\b|\bprocess\[['"]env['"]\]|import\s*\{[^}]*\benv\b[^}]*\}\s*from\s*'node:process'/;
  const faults = sources
    .filter((file) => /^(src|bot|tab|manifest)\//.test(file) && file !== 'src/config.ts')
    .filter((file) => environment.test(read(file)))
    .map((file) => `${file} reads the environment. Add the setting to src/config.ts and take it as an argument.`);
  expect(faults).toEqual([]);
});

test('a file holds one idea, in 300 lines at most', () => {
  const faults = sources
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > 300 && !(file in longFiles))
    .map(({ file, lines }) => `${file} has ${lines} lines. Split it, or name it in test/architecture/layers.ts with its reason.`);
  expect(faults).toEqual([]);
});

test('no file knows the machine it was written on or where packages came from', () => {
  const machine = /(?<![\w.\-*])\/(work|root|home\/\w+)\/|registry\.(npmjs|yarnpkg)|"resolved": "http/;
  const text = files('*.{js,json,md,yml}', '.ci/*', '{src,bot,tab,manifest,bench,scripts,test,docs,env,types}/**/*.*');
  const faults = text
    .filter((file) => !/\.(png|jpe?g|ico|zip|woff2?|pdf|xlsx?)$/.test(file) && file !== 'test/architecture.test.ts')
    .flatMap((file) => {
      const found = machine.exec(read(file))?.[0];
      return found ? [`${file} mentions ${found}. Say it without a machine's path or a registry's host.`] : [];
    });
  expect(faults).toEqual([]);
});
