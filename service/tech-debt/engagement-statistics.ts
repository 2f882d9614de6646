import type { Asset } from '../inventory/asset.ts';
import { valuesOf } from './evidence.ts';
import { sizeFields, SizeStatistics, type SizeCounts } from './size-statistics.ts';

/** The fields that name the owner of an asset. */
const OWNER_FIELDS = ['business_owner', 'technical_owner'] as const;

/** Statistics of some assets, or of all, as plain data. */
export interface PlainStatistics {
  assets: number;
  withOwner: number;
  sizes: SizeCounts;
}

/** The statistics of all assets of an engagement together; gathered in one reading of them, in parts or as a whole. */
export class EngagementStatistics {
  /** Fields whose values are asked for. */
  static readonly FIELDS: readonly string[] = [...sizeFields, ...OWNER_FIELDS];

  readonly sizes = new SizeStatistics();
  assets = 0;
  /** Assets that name an owner: when none does, no sheet had owners, and a missing owner is no debt. */
  withOwner = 0;

  add(asset: Pick<Asset, 'asset_class' | 'values'>): void {
    this.assets += 1;
    this.sizes.add(asset);
    if (hasOwner(asset)) this.withOwner += 1;
  }

  addAll({ assets, withOwner, sizes }: PlainStatistics): void {
    this.assets += assets;
    this.withOwner += withOwner;
    this.sizes.addCounts(sizes);
  }

  plain(): PlainStatistics {
    return { assets: this.assets, withOwner: this.withOwner, sizes: this.sizes.counts };
  }
}

export const hasOwner = (asset: Pick<Asset, 'values'>): boolean =>
  OWNER_FIELDS.some((field) => valuesOf(asset, field).length > 0);
