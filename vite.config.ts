import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';

/** The two browser bundles: `--mode addin` builds the pane, `--mode dashboard` the dashboard. Both land in dist/web. */
export default defineConfig(({ mode }) => ({
  root: mode === 'dashboard' ? 'service/dashboard' : 'addin',
  base: mode === 'dashboard' ? '/dashboard/' : '/',
  publicDir: mode === 'dashboard' ? false : 'public',
  plugins: [react()],
  worker: { format: 'es' as const },
  build: {
    outDir: mode === 'dashboard' ? '../../dist/web/dashboard' : '../dist/web/pane',
    emptyOutDir: true,
    sourcemap: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions:
      mode === 'dashboard' ? { input: 'service/dashboard/index.html' } : { input: 'addin/taskpane.html' },
  },
}));
