import { ASSET_ID } from './asset-id.ts';

const BITS = 8;

/** Ids of assets, a bit each: rows of an import lie close together, so that a million take some hundred kilobytes. */
export class AssetIdSet {
  private readonly rowsOf = new Map<string, Uint8Array>();
  /** Ids of another form. */
  private readonly texts = new Set<string>();

  add(id: string): void {
    const asset = ASSET_ID.exec(id);
    if (asset === null) {
      this.texts.add(id);
      return;
    }
    const row = Number(asset[2]);
    const rows = this.roomFor(asset[1] ?? '', row);
    rows[row >> 3] = (rows[row >> 3] ?? 0) | (1 << (row % BITS));
  }

  has(id: string): boolean {
    const asset = ASSET_ID.exec(id);
    if (asset === null) return this.texts.has(id);
    const row = Number(asset[2]);
    return ((this.rowsOf.get(asset[1] ?? '')?.[row >> 3] ?? 0) & (1 << (row % BITS))) !== 0;
  }

  private roomFor(ofImport: string, row: number): Uint8Array {
    const rows = this.rowsOf.get(ofImport) ?? new Uint8Array(0);
    if (row >> 3 < rows.length) return rows;
    const grown = new Uint8Array(2 * ((row >> 3) + 1));
    grown.set(rows);
    this.rowsOf.set(ofImport, grown);
    return grown;
  }
}
