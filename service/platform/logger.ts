import { pino, type Logger } from 'pino';
import { lostDatabaseHooks } from './database/lost-database-log.ts';

export type { Logger };

/**
 * The process's logger. Levels say how soon a person must act: error = wake somebody (expected count 0), warn = look
 * today, info = a state changed, debug = for developers. No line carries cell values, keys or tokens.
 *
 * @param base of every line
 */
export function createLogger(level: string, base: Record<string, string> | null = null): Logger {
  const options = {
    level,
    base,
    hooks: lostDatabaseHooks(),
    redact: {
      paths: ['req.headers.authorization', 'req.headers.cookie', 'headers.authorization', 'apiKey', 'api_key'],
      censor: '[redacted]',
    },
  };
  // Each line is written at once and not waited for. Without a least length of one, `flush` would not wait for it either.
  return pino(options, pino.destination({ dest: 1, sync: false, minLength: 1 }));
}
