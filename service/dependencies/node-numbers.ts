import { grown } from '../engine-parts/grown.ts';
import { ASSET_ID, assetIdOf } from '../inventory/asset-id.ts';
import { KeyNumbers } from '../inventory/key-numbers.ts';

/** Nodes by their numbers, as plain data: an asset by its import and row, any other by its text. */
export interface PlainNodes {
  /** By node: which of `imports`, or `TEXT`. */
  source: Uint32Array;
  /** By node: the row of an asset, else which of `texts`. */
  place: Uint32Array;
  imports: string[];
  texts: string[];
}

const TEXT = 0xffff_ffff;
/** Odd, so that different places stay different; near the golden ratio of 2³², so that rows in sequence are spread. */
const SPREAD = 0x9e37_79b1;

/**
 * Numbers the nodes of a graph from 0 in the order they are first named. Ids of assets are not kept as texts, which would
 * take most of the graph's memory (docs/agents/dependency-analysis.md).
 */
export class NodeNumbers {
  private source = new Uint32Array(1_024);
  private place = new Uint32Array(1_024);
  private readonly known = new KeyNumbers(1_024);
  private readonly imports = new Ordinals();
  private readonly texts = new Ordinals();

  get size(): number {
    return this.known.size;
  }

  numberOf(id: string): number {
    const asset = ASSET_ID.exec(id);
    const source = asset === null ? TEXT : this.imports.of(asset[1] ?? '');
    const place = asset === null ? this.texts.of(id) : Number(asset[2]);
    if (this.size === this.place.length) this.grow();
    const number = this.known.numberOf(hashOf(place), source);
    this.source[number] = source;
    this.place[number] = place;
    return number;
  }

  /** Null for an id that was never named. */
  find(id: string): number | null {
    const asset = ASSET_ID.exec(id);
    const source = asset === null ? TEXT : this.imports.find(asset[1] ?? '');
    const place = asset === null ? this.texts.find(id) : Number(asset[2]);
    if (source === undefined || place === undefined) return null;
    const number = this.known.find(hashOf(place), source);
    return number < 0 ? null : number;
  }

  /** @throws RangeError for a number no node has */
  idOf(number: number): string {
    if (number >= this.size) throw new RangeError(`There is no node ${number}.`);
    return nodeId(
      { source: this.source, place: this.place, imports: this.imports.texts, texts: this.texts.texts },
      number,
    );
  }

  plain(): PlainNodes {
    return {
      source: this.source.slice(0, this.size),
      place: this.place.slice(0, this.size),
      imports: this.imports.texts,
      texts: this.texts.texts,
    };
  }

  private grow(): void {
    this.known.makeRoom(this.size);
    this.source = grown(this.source);
    this.place = grown(this.place);
  }
}

export function nodeId({ source, place, imports, texts }: PlainNodes, number: number): string {
  const from = source[number] ?? TEXT;
  const at = place[number] ?? 0;
  return from === TEXT ? (texts[at] ?? '') : assetIdOf(imports[from] ?? '', at);
}

const hashOf = (place: number): number => Math.imul(place, SPREAD) >>> 0;

/** Texts by the order they are first met. */
class Ordinals {
  readonly texts: string[] = [];
  private readonly ordinals = new Map<string, number>();

  find(text: string): number | undefined {
    return this.ordinals.get(text);
  }

  of(text: string): number {
    const known = this.ordinals.get(text);
    if (known !== undefined) return known;
    this.ordinals.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}
