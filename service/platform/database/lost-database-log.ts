import type { Logger, LoggerOptions } from 'pino';
import { isDatabaseAway } from './mongo.ts';

/** How often the same line about a lost database is written at most, ms. */
const SAY_EVERY_MS = 60_000;
/** pino's number of the level. */
const WARN = 40;

interface Said {
  atMs: number;
  withheld: number;
}

/**
 * While the database is away everything fails for that one reason, many times a second and each time with what the driver
 * knows of the whole set. Such lines are written once a minute each, without stack, and as warnings: they need nobody
 * beyond whoever looks after the database (`DatabasePresence` says since when it is away).
 */
export function lostDatabaseHooks(nowMs: () => number = () => performance.now()): NonNullable<LoggerOptions['hooks']> {
  const said = new Map<string, Said>();
  return {
    logMethod(args, method, level) {
      const [fields, what] = args as readonly unknown[];
      const error = lostDatabaseIn(fields);
      if (error === null) return method.apply(this, args);
      const line = String(what);
      const before = said.get(line);
      if (before !== undefined && nowMs() - before.atMs < SAY_EVERY_MS) {
        before.withheld += 1;
        return undefined;
      }
      said.set(line, { atMs: nowMs(), withheld: 0 });
      const withheld = before === undefined || before.withheld === 0 ? {} : { withheld: before.withheld };
      const brief = { ...(fields as object), err: `${error.name}: ${error.message}`, ...withheld };
      if (level > WARN) (this as Logger).warn(brief, line);
      else method.apply(this, [brief, line]);
    },
  };
}

/** The error of a line that came of a lost database, itself or what caused it. */
function lostDatabaseIn(fields: unknown): Error | null {
  let error = typeof fields === 'object' && fields !== null && 'err' in fields ? fields.err : null;
  for (; error instanceof Error; error = error.cause) if (isDatabaseAway(error)) return error;
  return null;
}
