import type { AssetExtract, FieldChoice } from '../agents/agent-ports.ts';
import { foldValues, inImportOrder } from '../inventory/fold.ts';
import type { AssetDocument, StoredSource, StoredValue, StoredValues } from '../models/asset.model.ts';
import { BsonWalk } from '../platform/bson-walk.ts';
import { valuesOf } from './stored-asset.ts';

/** What is read of an asset for some of its values. */
interface StoredExtract extends Pick<AssetDocument, '_id' | 'name' | 'asset_class' | 'class_rule' | 'field_decisions'> {
  sources: Pick<StoredSource, 'data_import_id' | 'imported_at' | 'row_numbers' | 'values'>[];
}

const OF_ASSET: ReadonlySet<string> = new Set(['_id', 'name', 'asset_class', 'class_rule', 'field_decisions']);
const OF_SOURCE: ReadonlySet<string> = new Set(['data_import_id', 'imported_at', 'row_numbers']);

/**
 * Reads extracts from the BSON of assets: agents need a part of an asset, and what nobody asks for is skipped, not read
 * (measured: docs/decisions/0033).
 */
export function extractReader(fields: FieldChoice): (bytes: Uint8Array) => AssetExtract {
  const named = new Set('only' in fields ? fields.only : fields.without);
  const isNamedWanted = 'only' in fields;
  const reader = new StoredReader((field) => named.has(field) === isNamedWanted);
  return (bytes) => extractOf(reader.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
}

class StoredReader {
  private readonly walk = new BsonWalk();
  private readonly isWanted: (field: string) => boolean;

  constructor(isWanted: (field: string) => boolean) {
    this.isWanted = isWanted;
  }

  read(bytes: Buffer): StoredExtract {
    const read: Record<string, unknown> = {};
    const sources: Record<string, unknown>[] = [];
    this.walk.eachElement(bytes, 0, (name, type, from) => {
      if (OF_ASSET.has(name)) read[name] = this.walk.valueAt(bytes, type, from);
      else if (name === 'sources')
        this.walk.eachItem(bytes, from, (_, source) => sources.push(this.readSource(bytes, source)));
    });
    return { ...read, sources } as unknown as StoredExtract;
  }

  private readSource(bytes: Buffer, at: number): Record<string, unknown> {
    const values: StoredValues = {};
    const read: Record<string, unknown> = { values };
    this.walk.eachElement(bytes, at, (name, type, from) => {
      if (OF_SOURCE.has(name)) read[name] = this.walk.valueAt(bytes, type, from);
      else if (name === 'values')
        this.walk.eachElement(bytes, from, (field, fieldType, fieldFrom) => {
          if (this.isWanted(field)) values[field] = this.walk.valueAt(bytes, fieldType, fieldFrom) as StoredValue[];
        });
    });
    return read;
  }
}

/** The same values that the whole asset has of these fields. */
function extractOf({ _id, name, asset_class, class_rule, field_decisions, sources }: StoredExtract): AssetExtract {
  const said = sources.map(({ data_import_id, imported_at, row_numbers, values }) => ({
    data_import_id,
    imported_at,
    row_numbers,
    values: valuesOf(values, data_import_id),
  }));
  const values = foldValues(inImportOrder(said), field_decisions);
  return { _id, name, asset_class, class_rule, values, sources: said };
}
