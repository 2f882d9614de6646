import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Loaded before the service (`node --import`): answers the message `loop-delay` with the delays since the last one, ms. It
 * begins to measure with the first one: a thousand wake-ups a second are a tenth of a core.
 */
const delay = monitorEventLoopDelay({ resolution: 1 });
process.on('message', (message) => {
  if (message !== 'loop-delay') return;
  const ms = (nanoseconds) => Math.round(nanoseconds / 1e4) / 100;
  process.send?.({ p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) });
  delay.enable();
  delay.reset();
});
// Listening for messages must not keep the service alive after its end.
process.channel?.unref();
// Nor may the service outlive the benchmark that started it.
process.on('disconnect', () => process.exit(1));
