import type { AssetValue } from './asset.ts';
import { isGlobalId } from './key-kinds.ts';

/** Each system has an id of its own for a thing: those of several are no alternatives. */
export const IDS = 'asset_id';

/**
 * The ids that sheets give one asset, each replaced by a later import of its sheet only. Ids that only count within a list
 * (`17`, `vm-42`) are those of the newest sheet that counts in that way: a list whose file is called otherwise each time is
 * another sheet. What a person chose stands first, then the sheets by their series, so that no import and no withdrawal
 * changes places.
 */
export class IdsOfSheets {
  /** In the order of the sheets' first imports. */
  private readonly ofSeries = new Map<string, readonly AssetValue[]>();
  /** The newest last. */
  private readonly seriesWithLocal = new Set<string>();
  private decided: readonly AssetValue[] = [];

  of(series: string): readonly AssetValue[] {
    return this.ofSeries.get(series) ?? [];
  }

  replace(series: string, values: readonly AssetValue[]): void {
    this.ofSeries.set(series, values);
    this.seriesWithLocal.delete(series);
    if (values.some(isLocal)) this.seriesWithLocal.add(series);
  }

  decide(series: string, values: readonly AssetValue[]): void {
    this.replace(series, values);
    this.decided = values;
  }

  /** What several sheets say alike once, as the first of them spelt it. */
  get all(): AssetValue[] {
    const spelt = new Map<string, AssetValue>();
    for (const value of [...this.decided, ...[...this.ofSeries.values()].flat()])
      if (!spelt.has(textOf(value))) spelt.set(textOf(value), value);
    const newest = this.newestByCount();
    const bySheet = [...this.ofSeries].sort(([a], [b]) => (a < b ? -1 : 1));
    const standing = bySheet.flatMap(([series, values]) =>
      values.filter((value) => !isLocal(value) || newest.get(countedAfter(value)) === series),
    );
    const texts = new Set([...this.decided, ...standing].map(textOf));
    return [...texts].flatMap((text) => spelt.get(text) ?? []);
  }

  private newestByCount(): Map<string | null, string> {
    const newest = new Map<string | null, string>();
    for (const series of this.seriesWithLocal)
      for (const value of this.of(series)) if (isLocal(value)) newest.set(countedAfter(value), series);
    return newest;
  }
}

const isLocal = (value: AssetValue): boolean => !isGlobalId(textOf(value));

/** What stands before the number: `vm-` of `vm-42`. Ids that are no number behind a word count in one way. */
const countedAfter = (value: AssetValue): string | null => /^(\D*)\d+$/.exec(textOf(value))?.[1] ?? null;

const textOf = ({ raw }: AssetValue): string => raw.trim().toLowerCase();
