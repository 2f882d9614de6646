import { countOf } from '#shared/format.ts';
import { AppError } from './app-error.ts';

/** A place among the requests in flight; it must be left. */
export interface Place {
  /** Resolves when this place may do its heavy part, first come first served. */
  turn(): Promise<void>;
  leave: () => void;
}

/**
 * Bounds the memory and the load of large requests: `places` of them may be on their way at once, `turns` of those are
 * worked on. A slow sender holds a place, never a turn. Further ones are refused at once, before their body is read. One
 * key gets half of the places, so that it cannot keep everybody else out.
 */
export class InFlightLimit {
  private readonly places: number;
  private readonly waiting: (() => void)[] = [];
  private readonly takenBy = new Map<string, number>();
  private readonly placesOfKey: number;
  private taken = 0;
  private freeTurns: number;

  constructor(places: number, turns: number) {
    this.places = places;
    this.placesOfKey = Math.ceil(places / 2);
    this.freeTurns = turns;
  }

  /** @throws AppError too_many_in_flight */
  enter(keyId: string): Place {
    const own = this.takenBy.get(keyId) ?? 0;
    if (own >= this.placesOfKey)
      throw tooMany(`This key has ${countOf(own, 'request')} of this kind in flight, as many as one key may have.`);
    if (this.taken >= this.places)
      throw tooMany(`${countOf(this.places, 'request')} of this kind are in flight, as many as this service takes.`);
    this.taken += 1;
    this.takenBy.set(keyId, own + 1);
    let hasTurn = false;
    let hasLeft = false;
    return {
      turn: async () => {
        await this.takeTurn();
        hasTurn = true;
      },
      leave: () => {
        if (hasLeft) return;
        hasLeft = true;
        this.taken -= 1;
        this.leaveOf(keyId);
        if (hasTurn) this.passTurnOn();
      },
    };
  }

  private leaveOf(keyId: string): void {
    const left = (this.takenBy.get(keyId) ?? 1) - 1;
    if (left === 0) this.takenBy.delete(keyId);
    else this.takenBy.set(keyId, left);
  }

  private async takeTurn(): Promise<void> {
    if (this.freeTurns > 0) this.freeTurns -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private passTurnOn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.freeTurns += 1;
  }
}

function tooMany(what: string): AppError {
  return new AppError('too_many_in_flight', `${what} Send fewer at once.`, {}, { retryAfterSeconds: 1 });
}
