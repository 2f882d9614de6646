import type { AssetNames } from './asset-names.ts';
import type { ReferenceName } from './names.ts';
import type { ReferenceField } from './reference-fields.ts';

/**
 * The assets a name means: none, the one, or all between which nothing decides.
 *
 * An asset has the name when one of its names, ids or addresses equals it, upper and lower case apart, or its serial number
 * or tag does; nothing decides between what one asset is called and the number of another. Only where none does, host names
 * are compared by their first labels, and never against a domain that both sides know and that differs. Among those that
 * have the name in one of these ways the first group of classes that the field allows decides.
 */
export function matchName(
  name: ReferenceName,
  field: Pick<ReferenceField, 'classes'>,
  candidates: readonly AssetNames[],
): readonly AssetNames[] {
  const byWholeName = inFirstGroup(
    field,
    candidates.filter((asset) => asset.whole.includes(name.whole)),
  );
  const byNumber = inFirstGroup(
    field,
    candidates.filter((asset) => asset.numbers.includes(name.whole)),
  );
  if (byWholeName.length + byNumber.length > 0) return [...new Set([...byWholeName, ...byNumber])];
  return inFirstGroup(
    field,
    candidates.filter((asset) => hasShortName(asset, name)),
  );
}

function hasShortName(asset: AssetNames, { short, domain }: ReferenceName): boolean {
  if (short === null || !asset.short.includes(short)) return false;
  return domain === null || asset.domains.length === 0 || asset.domains.includes(domain);
}

function inFirstGroup({ classes }: Pick<ReferenceField, 'classes'>, assets: readonly AssetNames[]): AssetNames[] {
  for (const group of classes) {
    const found = assets.filter((asset) => group.includes(asset.assetClass));
    if (found.length > 0) return found;
  }
  return [];
}
