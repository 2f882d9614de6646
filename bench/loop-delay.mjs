import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded before the service (`node --import`): SIGUSR2 prints the event loop's delays since the last one. */
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.on('SIGUSR2', () => {
  const ms = (nanoseconds) => (nanoseconds / 1e6).toFixed(1);
  const [p50, p99, p999] = [50, 99, 99.9].map((share) => ms(delay.percentile(share)));
  const resident = (process.memoryUsage.rss() / 1e6).toFixed(0);
  console.error(`loop delay ms: p50 ${p50} p99 ${p99} p99.9 ${p999} max ${ms(delay.max)}; resident ${resident} MB`);
  delay.reset();
});
