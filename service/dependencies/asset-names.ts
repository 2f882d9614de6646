import type { AssetClass } from '#shared/statuses.ts';
import type { Asset, AssetValue } from '../inventory/asset.ts';
import { normalisedName, referenceName } from './names.ts';

/** The names of an asset; small, so that many can be kept. */
export interface AssetNames {
  assetId: string;
  assetClass: AssetClass;
  /** Names, ids and addresses, normalised. */
  whole: readonly string[];
  /** Serial numbers and tags, normalised; short ones are anybody's. */
  numbers: readonly string[];
  /** First labels of its host names. */
  short: readonly string[];
  /** Domains of its host names; none is known of most assets. */
  domains: readonly string[];
}

const NAME_FIELDS = ['asset_name', 'hostname', 'fqdn'] as const;
const OTHER_FIELDS = ['asset_id', 'ip_address'] as const;
const NUMBER_FIELDS = ['serial_number', 'asset_tag'] as const;
const NUMBER = /^(?=.*\d).{5,}$/;
/** A dot in their names is a dot, not the start of a domain. */
const WITHOUT_HOST_NAMES: ReadonlySet<AssetClass> = new Set(['application', 'cluster', 'database']);

export function namesOf(asset: Pick<Asset, '_id' | 'asset_class' | 'name' | 'keys' | 'values'>): AssetNames {
  const named = [asset.name, ...NAME_FIELDS.flatMap((field) => textsOf(asset.values[field]))];
  const others = OTHER_FIELDS.flatMap((field) => textsOf(asset.values[field]));
  const hosts = WITHOUT_HOST_NAMES.has(asset.asset_class) ? [] : named.map(referenceName);
  return {
    assetId: asset._id,
    assetClass: asset.asset_class,
    whole: distinct([...[...named, ...others].map(normalisedName), ...namesWithHost(asset)]),
    numbers: distinct(NUMBER_FIELDS.flatMap((field) => textsOf(asset.values[field])).map(normalisedName)).filter(
      (text) => NUMBER.test(text),
    ),
    short: distinct(hosts.flatMap(({ short }) => short ?? [])),
    domains: distinct(hosts.flatMap(({ domain }) => domain ?? [])),
  };
}

/** `orcl@n1`, as a database is known together with its host. */
function namesWithHost({ asset_class, keys }: Pick<Asset, 'asset_class' | 'keys'>): string[] {
  return asset_class === 'database' ? keys.flatMap((key) => /^name:(.+@.+)$/.exec(key)?.[1] ?? []) : [];
}

/** The texts of a field: several values of a list, the name of a qualified one. */
function textsOf(values: readonly AssetValue[] | undefined): string[] {
  return (values ?? []).flatMap(({ value }) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'number') return [String(value)];
    if (Array.isArray(value)) return value as string[];
    return typeof value === 'object' && 'fqdn' in value ? [value.fqdn] : [];
  });
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
