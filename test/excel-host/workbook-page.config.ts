import path from 'node:path';
import { defineConfig } from 'vite';

/** One script for the bare page the Excel port is tested in. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: path.resolve(import.meta.dirname, '../../dist/excel-host'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: path.join(import.meta.dirname, 'workbook-page.ts'),
      output: { format: 'iife', entryFileNames: 'workbook-page.js' },
    },
  },
});
