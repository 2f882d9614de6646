import type { AssetExtract, FieldChoice } from '../agents/agent-ports.ts';
import { foldValues, inImportOrder } from '../inventory/fold.ts';
import type { AssetDocument, StoredSource } from '../models/asset.model.ts';
import { valuesOf } from './stored-asset.ts';

/** What is read of an asset for some of its values. */
export interface StoredExtract extends Pick<AssetDocument, '_id' | 'asset_class' | 'field_decisions'> {
  sources: (Pick<StoredSource, 'data_import_id' | 'imported_at'> & Partial<Pick<StoredSource, 'values'>>)[];
}

/** Names of fields are the catalogue's: no dots, no dollars. */
export function extractProjection(fields: FieldChoice): Record<string, 0 | 1> {
  const named = (names: readonly string[], what: 0 | 1) =>
    Object.fromEntries(names.map((name) => [`sources.values.${name}`, what]));
  if ('only' in fields)
    return {
      asset_class: 1,
      field_decisions: 1,
      'sources.data_import_id': 1,
      'sources.imported_at': 1,
      ...named(fields.only, 1),
    };
  return { keys: 0, name: 0, 'sources.keys': 0, 'sources.components': 0, ...named(fields.without, 0) };
}

/** The same values that the whole asset has of these fields. */
export function extractOf({ _id, asset_class, field_decisions, sources }: StoredExtract): AssetExtract {
  const said = sources.map(({ data_import_id, imported_at, values }) => ({
    data_import_id,
    imported_at,
    values: valuesOf(values ?? {}, data_import_id),
  }));
  return { _id, asset_class, values: foldValues(inImportOrder(said), field_decisions) };
}
