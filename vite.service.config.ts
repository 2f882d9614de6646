import { defineConfig } from 'vite';

/** The service as one file for Node; its packages stay in node_modules. */
export default defineConfig({
  build: {
    ssr: 'service/main.ts',
    outDir: 'dist/service',
    emptyOutDir: true,
    sourcemap: true,
    target: 'node20',
  },
});
