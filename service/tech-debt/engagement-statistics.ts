import type { Asset } from '../inventory/asset.ts';
import { valuesOf } from './evidence.ts';
import { sizeFields, SizeStatistics } from './size-statistics.ts';

/** Who answers for an asset. */
export const OWNER_FIELDS = ['business_owner', 'technical_owner'] as const;

/** What only all assets of an engagement together say; gathered in one reading of them. */
export class EngagementStatistics {
  /** Fields whose values are asked for. */
  static readonly FIELDS: readonly string[] = [...sizeFields, ...OWNER_FIELDS];

  readonly sizes = new SizeStatistics();
  assets = 0;
  /** Assets that name an owner: when none does, no sheet had owners, and that is nobody's debt. */
  withOwner = 0;

  add(asset: Pick<Asset, 'asset_class' | 'values'>): void {
    this.assets += 1;
    this.sizes.add(asset);
    if (hasOwner(asset)) this.withOwner += 1;
  }
}

export const hasOwner = (asset: Pick<Asset, 'values'>): boolean =>
  OWNER_FIELDS.some((field) => valuesOf(asset, field).length > 0);
