import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    // The page's content security policy allows neither inline scripts nor data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: 'es2023',
    // The figure for one file, uncompressed; what a first view loads is measured in the tests.
    chunkSizeWarningLimit: 1_000,
  },
});
