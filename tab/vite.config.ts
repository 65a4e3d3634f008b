import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), bundledOrigins()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    // The page's content security policy allows neither inline scripts nor data: fonts.
    modulePreload: { polyfill: false },
    // What the first view needs is one file: alone, each module that a later page needs too would be one of its own.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    assetsInlineLimit: 0,
    target: 'es2023',
    // The figure for one file, uncompressed; what a first view loads is measured in the tests.
    chunkSizeWarningLimit: 1_000,
  },
});

/**
 * teams-js asks a host of Microsoft which origins Teams has before it believes the one around it, and falls back to the list it brings along.
 * The page speaks to its own server alone, so it starts with that list; a teams-js that is written otherwise stops the build.
 */
function bundledOrigins(): Plugin {
  const request = /fetch\(\w+,\{signal:\w+\.signal\}\)/;
  let found = false;
  return {
    name: 'bundled-origins',
    apply: 'build',
    transform(code, id) {
      if (!/teams-js\/.*\/validOrigins\.js$/.test(id)) return null;
      found = request.test(code);
      return { code: code.replace(request, 'Promise.reject(new Error("The list that was built in holds."))'), map: null };
    },
    buildEnd(error) {
      if (!error && !found) this.error('teams-js no longer fetches its origins as expected: look at validOrigins.js again.');
    },
  };
}
