import { footingKinds, type Footing, type FootingSupport } from './footing.ts';

/** Longer names are cut where they are listed. */
const NAME_MAX_CHARACTERS = 60;

/** Assets as others stand on them, as plain data: the nth of each list is of one asset. */
export interface PlainFootings {
  ids: string[];
  names: string[];
  /** By `footingKinds`. */
  kinds: Uint8Array;
  /** Which of `standings`. */
  stands: Uint32Array;
  standings: FootingSupport[];
  /** Why the nth is to go; most are not. */
  goes: Map<number, string>;
}

/** Gathers the footings of assets, or the assets on a footing; repeated texts are held once. */
export class FootingList {
  private readonly ids: string[] = [];
  private readonly names: string[] = [];
  private readonly kinds: number[] = [];
  private readonly stands: number[] = [];
  private readonly standings = new Standings();
  private readonly goes = new Map<number, string>();

  add({ _id, name }: { _id: string; name: string }, { kind, stands, goes }: Footing): void {
    if (kind === 'none') return;
    if (goes !== null) this.goes.set(this.ids.length, goes);
    this.ids.push(_id);
    this.names.push(name.length > NAME_MAX_CHARACTERS ? `${name.slice(0, NAME_MAX_CHARACTERS - 1)}…` : name);
    this.kinds.push(footingKinds.indexOf(kind));
    this.stands.push(this.standings.numberOf(stands));
  }

  plain(): PlainFootings {
    const { ids, names, goes } = this;
    const [kinds, stands] = [Uint8Array.from(this.kinds), Uint32Array.from(this.stands)];
    return { ids, names, kinds, stands, standings: this.standings.all, goes };
  }
}

/** Numbers the clauses on support, each once. */
export class Standings {
  readonly all: FootingSupport[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(standing: FootingSupport): number {
    const key = `${standing.support}|${standing.clause ?? ''}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    return this.all.push(standing) - 1;
  }
}
