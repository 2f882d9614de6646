import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logger.ts';

const LOG_FLUSH_MS = 1_000;

/**
 * Ends the process. The log is written out first, as long as somebody reads it: at the exit pino waits without end for a
 * reader that stalls, and for one that is gone.
 */
export async function leaveProcess(log: Logger, code: number): Promise<void> {
  const isWritten = await Promise.race([
    new Promise<true>((resolve) => log.flush(() => resolve(true))),
    sleep(LOG_FLUSH_MS).then(() => false),
  ]);
  if (!isWritten) process.kill(process.pid, 'SIGKILL');
  process.exit(code);
}
