import { clearInterval, setInterval } from 'node:timers';
import { buildWhatIsStale } from './build-stale.mjs';

/** Builds what is missing or stale, then is the service; arguments, settings and signals reach it as they are. */
try {
  buildWhatIsStale(['pane', 'dashboard', 'service']);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
if (process.env.npm_lifecycle_event === 'start') endWithNpm();
await import('../dist/service/main.js');

/** `kill` of npm ends the shell between npm and this process, and no signal comes through: its end stands for one. */
function endWithNpm() {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
