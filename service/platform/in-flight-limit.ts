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
 * worked on. A slow sender holds a place, never a turn. Further ones are refused at once, before their body is read.
 */
export class InFlightLimit {
  private readonly places: number;
  private readonly waiting: (() => void)[] = [];
  private taken = 0;
  private freeTurns: number;

  constructor(places: number, turns: number) {
    this.places = places;
    this.freeTurns = turns;
  }

  /** @throws AppError too_many_requests */
  enter(): Place {
    if (this.taken >= this.places)
      throw new AppError(
        'too_many_requests',
        `${countOf(this.places, 'request')} of this kind ${this.places === 1 ? 'is' : 'are'} in flight. Send fewer at once.`,
        {},
        { retryAfterSeconds: 1 },
      );
    this.taken += 1;
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
        if (hasTurn) this.passTurnOn();
      },
    };
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
