import type { AssetClass } from '#shared/statuses.ts';
import { seriesKey } from '../../inventory/sheet-series.ts';
import type { AssetIdentity } from '../agent-ports.ts';

/** An asset that an earlier import of the same sheet listed, and this one does not. */
export interface MissingAsset {
  id: string;
  name: string;
  assetClass: AssetClass;
  /** The import of the sheet that listed it last. */
  listedBy: string;
  /** A new asset of this import has a name of it. */
  isReplaced: boolean;
}

/** An import of the sheet. */
export interface SeriesImport {
  dataImportId: string;
  importedAt: number;
  /** Assets that no later import of the sheet listed; of the last one all that it listed. */
  count: number;
}

/** The imports of one sheet, by the assets they list. */
export class SeriesImports {
  private readonly series: string;
  private readonly imports = new Map<string, SeriesImport>();

  constructor(lineage: string) {
    this.series = seriesKey(lineage);
  }

  /** Which of them is the last that listed an asset of these sources; null: none. */
  lastThatListed(sources: AssetIdentity['sources']): string | null {
    let last: SeriesImport | null = null;
    for (const { data_import_id: id, imported_at: at, lineage } of sources) {
      if (seriesKey(lineage) !== this.series) continue;
      const one = this.imports.get(id) ?? { dataImportId: id, importedAt: at.getTime(), count: 0 };
      this.imports.set(id, one);
      if (last === null || isLater(one, last)) last = one;
    }
    if (last === null) return null;
    last.count += 1;
    return last.dataImportId;
  }

  /** null: there was none */
  get last(): SeriesImport | null {
    let last: SeriesImport | null = null;
    for (const one of this.imports.values()) if (last === null || isLater(one, last)) last = one;
    return last;
  }
}

const isLater = (one: SeriesImport, other: SeriesImport): boolean =>
  one.importedAt > other.importedAt || (one.importedAt === other.importedAt && one.dataImportId > other.dataImportId);
