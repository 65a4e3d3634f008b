import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstView } from './first-view.ts';
import { ownTeamsJs } from './teams-js.ts';
import { themesAsStyle } from './themes.ts';

const root = join(import.meta.dirname, '../..');

export default defineConfig({
  root: join(root, 'tab'),
  base: './',
  plugins: [react(), ownTeamsJs(), themesAsStyle(), firstView('/tab/page.tsx')],
  build: {
    outDir: join(root, 'dist/tab'),
    emptyOutDir: true,
    // The page's content security policy allows neither inline scripts nor data: fonts.
    modulePreload: { polyfill: false },
    // What the first view needs is two files, the one that starts it and the one that draws it: alone, each module that a later page needs too
    // would be one of its own.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 2 },
            { name: 'page', test: /\/tab\/page\.tsx$/, priority: 1 },
          ],
        },
      },
    },
    assetsInlineLimit: 0,
    target: 'es2023',
    // The figure for one file, uncompressed; what a first view loads is measured in the tests.
    chunkSizeWarningLimit: 1_000,
  },
});
