import { FINDING_CELLS_LISTED_MAX } from '#shared/limits.ts';

/** How often something was found, and in which cells; plain data. */
export interface Tally<Cell> {
  count: number;
  /** The first `FINDING_CELLS_LISTED_MAX` of them. */
  cells: Cell[];
}

/** @returns whether there is room to list the cell that was counted */
export function countOne(tally: Tally<unknown>): boolean {
  tally.count += 1;
  return tally.cells.length < FINDING_CELLS_LISTED_MAX;
}

/** Adds what came of later rows. */
export function addTally<Cell>(sum: Tally<Cell>, { count, cells }: Tally<Cell>): void {
  sum.count += count;
  sum.cells.push(...cells.slice(0, FINDING_CELLS_LISTED_MAX - sum.cells.length));
}

/** One tally for each thing there is to say; they travel between workers as the plain data they are. */
export class FindingTally<About extends object, Cell> {
  private readonly tallies = new Map<string, About & Tally<Cell>>();
  private readonly keyOf: (about: About) => string;

  constructor(keyOf: (about: About) => string) {
    this.keyOf = keyOf;
  }

  get size(): number {
    return this.tallies.size;
  }

  /** Where cells are counted. */
  open(about: About): About & Tally<Cell> {
    const key = this.keyOf(about);
    let tally = this.tallies.get(key);
    if (tally === undefined) {
      tally = { ...about, count: 0, cells: [] };
      this.tallies.set(key, tally);
    }
    return tally;
  }

  /** In the order they were opened. */
  all(): (About & Tally<Cell>)[] {
    return [...this.tallies.values()];
  }
}
