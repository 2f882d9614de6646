import { assetClasses, environments, type AssetClass, type Environment } from '#shared/statuses.ts';
import type { View } from '../shell/location.ts';

export const environmentChoices = [...environments, 'none'] as const;

/** What narrows the list of assets; null is all. */
export interface AssetFilter {
  assetClass: AssetClass | null;
  environment: Environment | 'none' | null;
  dataImport: string | null;
  /** A whole key such as `ip:10.0.0.1`, an address or serial number, or a part of a name. */
  search: string | null;
}

export const everyAsset: AssetFilter = { assetClass: null, environment: null, dataImport: null, search: null };

/** As the address says; words nobody knows narrow nothing. */
export function assetFilterOf({ assetClass, environment, dataImport, search }: View): AssetFilter {
  return {
    assetClass: assetClasses.find((one) => one === assetClass) ?? null,
    environment: environmentChoices.find((one) => one === environment) ?? null,
    dataImport,
    search,
  };
}

export function isNarrowed(filter: AssetFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

/** As the API is asked. */
export function assetQueryOf({ assetClass, environment, dataImport, search }: AssetFilter) {
  return {
    ...(assetClass !== null && { class: assetClass }),
    ...(environment !== null && { environment }),
    ...(dataImport !== null && { data_import_id: dataImport }),
    ...(search !== null && { search }),
  };
}

/** `this class and this import`, of what narrows the list. */
export function narrowedWords({ assetClass, environment, dataImport, search }: AssetFilter): string {
  return [
    ...(assetClass === null ? [] : ['this class']),
    ...(environment === null ? [] : [environment === 'none' ? 'no environment' : 'this environment']),
    ...(dataImport === null ? [] : ['this import']),
    ...(search === null ? [] : ['this name or key']),
  ].join(' and ');
}
