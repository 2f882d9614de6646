import { isPlaceholder } from '../cleansing/placeholders.ts';
import { plainText } from '../cleansing/plain-text.ts';
import type { Asset, AssetValue } from '../inventory/asset.ts';
import { namesIn, NAMES_PER_CELL_MAX } from './name-lists.ts';
import { referenceName, type ReferenceName } from './names.ts';
import { referenceField, type ReferenceField } from './reference-fields.ts';

/** One name in one value of an asset. */
export interface Reference {
  assetId: string;
  fieldName: string;
  field: ReferenceField;
  /** As the cell has it. */
  text: string;
  name: ReferenceName;
  value: AssetValue;
}

/** A cell with more names than are looked at. */
interface CutCell {
  value: AssetValue;
}

/** The other assets that an asset's values name, in the order of its fields; blanks name none. */
export function referencesOf(
  asset: Pick<Asset, '_id' | 'asset_class' | 'values'>,
  onCut: (cell: CutCell) => void = () => undefined,
): Reference[] {
  const references: Reference[] = [];
  for (const fieldName of Object.keys(asset.values).sort()) {
    const field = referenceField(fieldName, asset.asset_class);
    if (field === null) continue;
    for (const value of asset.values[fieldName] ?? []) {
      const texts = textsIn(value, field, fieldName);
      if (texts.length > NAMES_PER_CELL_MAX) onCut({ value });
      for (const text of texts.slice(0, NAMES_PER_CELL_MAX)) {
        const name = referenceName(text);
        if (name.whole !== '') references.push({ assetId: asset._id, fieldName, field, text, name, value });
      }
    }
  }
  return references;
}

/** A placeholder among names (`h1; n/a`) names nothing. */
function textsIn(value: AssetValue, field: ReferenceField, fieldName: string): string[] {
  return allTextsIn(value, field).filter((text) => !isPlaceholder(text, fieldName));
}

function allTextsIn({ value, raw }: AssetValue, field: ReferenceField): string[] {
  // Cleansing makes a space of a line end, which parts names.
  if (typeof value === 'string') return namesIn(value === plainText(raw) ? raw : value, field);
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return (value as readonly string[]).flatMap((text) => namesIn(text, field));
  return typeof value === 'object' && 'fqdn' in value ? [value.fqdn] : [];
}
