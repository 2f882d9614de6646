import { buildWhatIsStale } from './build-stale.mjs';

/** `npm start`: builds what is missing or stale, then is the service; arguments, settings and signals reach it as they are. */
const isBuilt = (() => {
  try {
    buildWhatIsStale(['pane', 'dashboard', 'service']);
    return true;
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
    return false;
  }
})();
if (isBuilt) await import('../dist/service/main.js');
