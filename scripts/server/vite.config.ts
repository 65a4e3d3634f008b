import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '../..');

/** The desk's own processes, each with the packages it loads in a few files: of its start, finding three thousand of them was two thirds. */
export default defineConfig({
  root,
  publicDir: false,
  ssr: {
    noExternal: true,
    // Loaded only where they are wanted, with files of their own beside them; and an old one that Node puts up with only among packages.
    external: ['@electric-sql/pglite', 'swagger-ui-dist', 'date-holidays', 'whatwg-url'],
  },
  build: {
    ssr: true,
    outDir: join(root, 'dist/server'),
    emptyOutDir: true,
    target: 'node24',
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: join(root, 'src/main.ts'),
        worker: join(root, 'src/worker.ts'),
        'start-desk': join(root, 'src/start-desk.ts'),
        'teams-surroundings': join(root, 'src/teams-surroundings.ts'),
      },
    },
  },
});
