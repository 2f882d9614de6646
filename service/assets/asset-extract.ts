import type { AssetExtract, FieldChoice } from '../agents/agent-ports.ts';
import { foldValues, inImportOrder } from '../inventory/fold.ts';
import type { AssetValue, AssetValues } from '../inventory/asset.ts';
import type { AssetDocument, StoredSource, StoredValue } from '../models/asset.model.ts';
import { BsonWalk } from '../platform/bson/bson-walk.ts';
import { valueOf } from './stored-asset.ts';

/** What is read of an asset for some of its values. */
interface StoredExtract extends Pick<AssetDocument, '_id' | 'name' | 'asset_class' | 'class_rule' | 'field_decisions'> {
  sources: ReadSource[];
}

interface ReadSource extends Pick<StoredSource, 'data_import_id' | 'imported_at' | 'lineage' | 'row_numbers'> {
  values: AssetValues;
}

const OF_ASSET: ReadonlySet<string> = new Set(['_id', 'name', 'asset_class', 'class_rule', 'field_decisions']);
const OF_SOURCE: ReadonlySet<string> = new Set(['data_import_id', 'imported_at', 'lineage', 'row_numbers']);

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
  /** The parts of one stored value at a time. */
  private readonly parts: unknown[] = [];

  constructor(isWanted: (field: string) => boolean) {
    this.isWanted = isWanted;
  }

  read(bytes: Buffer): StoredExtract {
    const read: Record<string, unknown> = {};
    this.walk.eachElement(bytes, 0, (name, type, from) => {
      if (OF_ASSET.has(name)) read[name] = this.walk.valueAt(bytes, type, from);
      else if (name === 'sources')
        read['sources'] = this.walk.itemsAt(bytes, from, (_, source) => this.readSource(bytes, source));
    });
    return read as unknown as StoredExtract;
  }

  private readSource(bytes: Buffer, at: number): ReadSource {
    const read: Record<string, unknown> = {};
    let valuesAt = 0;
    this.walk.eachElement(bytes, at, (name, type, from) => {
      if (OF_SOURCE.has(name)) read[name] = this.walk.valueAt(bytes, type, from);
      else if (name === 'values') valuesAt = from;
    });
    const { data_import_id: id, imported_at, lineage, row_numbers } = read as unknown as ReadSource;
    return { data_import_id: id, imported_at, lineage, row_numbers, values: this.readValues(bytes, valuesAt, id) };
  }

  private readValues(bytes: Buffer, at: number, dataImportId: string): AssetValues {
    const values: AssetValues = {};
    const read = (_type: number, from: number): AssetValue => {
      this.walk.itemsInto(bytes, from, this.parts);
      return valueOf(this.parts as unknown as StoredValue, dataImportId);
    };
    this.walk.eachElement(bytes, at, (field, _type, from) => {
      if (this.isWanted(field)) values[field] = this.walk.itemsAt(bytes, from, read);
    });
    return values;
  }
}

/** The same values that the whole asset has of these fields. */
function extractOf({ _id, name, asset_class, class_rule, field_decisions, sources }: StoredExtract): AssetExtract {
  const values = foldValues(inImportOrder(sources), field_decisions);
  return { _id, name, asset_class, class_rule, values, sources };
}
