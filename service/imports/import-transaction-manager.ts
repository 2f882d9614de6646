import type { ClientSession, Connection } from 'mongoose';
import pRetry from 'p-retry';
import { AppError } from '../platform/app-error.ts';
import type { Logger } from '../platform/logger.ts';
import { inTransaction, isDatabaseAway, isDuplicateKey } from '../platform/database/mongo.ts';

/** Tries after an unknown outcome, with 50, 100, 200 … ms or up to twice that between them: 13 to 26 s, a usual election (≤ 12 s) included. */
const RETRIES = 8;

/**
 * Begins, commits, aborts and retries; the work itself is not known here.
 *
 * The driver repeats errors with its label for passing ones. Around that stands a second retry, for errors without it:
 * with a killed primary most in-flight transactions fail unlabelled although some were committed, and a doubled key
 * means that another writer was quicker. So the work must begin by looking up whether it was already done, and touch
 * only the database.
 */
export class ImportTransactionManager {
  private readonly connection: Connection;
  private readonly log: Logger;

  constructor(connection: Connection, log: Logger) {
    this.connection = connection;
    this.log = log;
  }

  /**
   * Runs `work` to exactly one commit, or to none.
   *
   * @throws the errors of `work`, after everything was taken back
   * @throws AppError service_unavailable when the database stays away; the same request may be sent again
   */
  async run<Result>(work: (session: ClientSession) => Promise<Result>): Promise<Result> {
    try {
      return await pRetry(() => inTransaction(this.connection, work), {
        retries: RETRIES,
        minTimeout: 50,
        factor: 2,
        randomize: true,
        shouldRetry: ({ error }) => isDatabaseAway(error) || isDuplicateKey(error),
        onFailedAttempt: ({ error, attemptNumber, retriesLeft }) => {
          if (isDatabaseAway(error))
            this.log.warn(
              { err: error, attempt: attemptNumber, retries_left: retriesLeft },
              'an import transaction ended with an unknown outcome',
            );
        },
      });
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      throw new AppError(
        'service_unavailable',
        'The database did not answer. Nothing is lost: send the same request with the same Idempotency-Key again.',
        {},
        { cause: error, retryAfterSeconds: 5 },
      );
    }
  }
}
