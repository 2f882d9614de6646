import { countOf } from '#shared/format.ts';
import { AppError } from '../platform/app-error.ts';

/** When a refused caller may ask again: a file of some ten thousand rows takes about as long. */
const RETRY_AFTER_SECONDS = 5;

/**
 * How many files this process makes at once, each of which reads the database and holds some batches until its reader
 * has them. One key gets half of the places, so that it cannot keep everybody else out.
 */
export class FilesAtOnce {
  private readonly most: number;
  private readonly mostOfKey: number;
  private readonly takenBy = new Map<string, number>();
  private taken = 0;

  constructor(most: number) {
    this.most = most;
    this.mostOfKey = Math.ceil(most / 2);
  }

  /**
   * @returns a function that gives the place back; calling it again does nothing. @throws AppError too_many_requests
   */
  enter(keyId: string): () => void {
    const own = this.takenBy.get(keyId) ?? 0;
    if (own >= this.mostOfKey)
      throw tooMany(`This key fetches ${countOf(own, 'file')} already, as many as one key may at once.`);
    if (this.taken >= this.most)
      throw tooMany(`This service makes ${countOf(this.most, 'file')} at once, and so many are being fetched.`);
    this.taken += 1;
    this.takenBy.set(keyId, own + 1);
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.leave(keyId);
    };
  }

  private leave(keyId: string): void {
    this.taken -= 1;
    const left = (this.takenBy.get(keyId) ?? 1) - 1;
    if (left === 0) this.takenBy.delete(keyId);
    else this.takenBy.set(keyId, left);
  }
}

function tooMany(what: string): AppError {
  const message = `${what} Try again when one has ended.`;
  return new AppError('too_many_requests', message, {}, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
