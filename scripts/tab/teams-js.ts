import type { Plugin } from 'vite';

interface Change {
  readonly file: RegExp;
  readonly from: RegExp;
  readonly to: string;
}

const changes: readonly Change[] = [
  // It asks a host of Microsoft which origins Teams has before it believes the one around it, and falls back to the list it brings along. The page
  // speaks to its own server alone, so it starts with that list.
  {
    file: /teams-js\/.*\/validOrigins\.js$/,
    from: /fetch\(\w+,\{signal:\w+\.signal\}\)/,
    to: 'Promise.reject(new Error("The list that was built in holds."))',
  },
  // It keeps a log that nobody here reads, by a package that takes its time to start; and notes in it when it was loaded, in words of the reader's
  // place. The first such words of a page cost a slow processor a fifth of a second.
  {
    file: /teams-js\/.*\/internal\/telemetry\.js$/,
    from: /import\{b as (\w+)\}from"[^"]+\/debug\/src\/browser\.js";/,
    to: 'const quiet=Object.assign(()=>{},{extend:()=>quiet}),$1={debug:Object.assign(()=>quiet,{formatArgs(){}})};',
  },
  { file: /teams-js\/.*\/public\/app\/app\.js$/, from: /\(new Date\)\.toLocaleString\(\)/, to: '""' },
];

/** teams-js as this page wants it. One that is written otherwise stops the build. */
export function ownTeamsJs(): Plugin {
  const found = new Set<Change>();
  return {
    name: 'own-teams-js',
    apply: 'build',
    transform(code, id) {
      const change = changes.find(({ file }) => file.test(id));
      if (!change) return null;
      if (change.from.test(code)) found.add(change);
      return { code: code.replace(change.from, change.to), map: null };
    },
    buildEnd(error) {
      const missing = changes.find((change) => !found.has(change));
      if (!error && missing) this.error(`teams-js is no longer written as expected: look at ${missing.file} again.`);
    },
  };
}
