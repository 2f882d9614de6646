import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { CleansedValue } from '#service/cleansing/cleansed.ts';
import { makeAsset, type CleanAsset } from './clean-asset.ts';
import { dateColumns } from './date-columns.ts';
import { identityColumns } from './identity-columns.ts';
import { numberColumns } from './number-columns.ts';
import { Random } from './random.ts';
import type { Sheet, Wart, WartyColumn } from './wart.ts';
import { wordColumns } from './word-columns.ts';

export const wartyColumns: readonly WartyColumn[] = [
  ...identityColumns,
  ...wordColumns.slice(0, 1),
  ...numberColumns,
  ...wordColumns.slice(1),
  ...dateColumns,
];

/** What one row truly says and is. */
export interface RowTruth {
  rowNumber: number;
  kind: 'asset' | 'blank' | 'subtotal';
  /** All rows of one group are one asset; rows of different groups are not. Null: no asset at all. */
  group: string | null;
  /** By target field; null: the cell says nothing that could be told. */
  expected: ReadonlyMap<string, CleansedValue>;
  /** By target field, what is wrong with the cell; `tidy` is not named. */
  warts: ReadonlyMap<string, string>;
}

export interface WartySheet {
  seed: number;
  dateSystem: '1900' | '1904';
  headers: string[];
  /** One a column, in order. */
  fields: string[];
  rows: Cell[][];
  truth: RowTruth[];
  /** Groups that look alike and are different assets: the same host name, another serial number and address. */
  lookAlikes: (readonly [group: string, group: string])[];
}

type Neighbours = (assets: readonly CleanAsset[], random: Random) => CleanAsset[];

const ROWS = 2_000;
const WART_SHARE = 0.35;
const ASSETS = 1_700;
const EXACT_DUPLICATES = 80;
const DIFFERING_DUPLICATES = 120;
const LOOK_ALIKES = 60;
const BLANK_ROWS = 20;

type Record = Omit<RowTruth, 'rowNumber'> & { cells: Cell[] };

/**
 * A CMDB sheet of 2,000 rows in which much is written oddly, and the truth beside it. Assets are made first and written
 * down afterwards, so that the truth comes from the asset and from nothing that reads the sheet.
 *
 * @param neighbours rows beyond the 2,000, which make others hard to place
 */
export function buildWartySheet(seed: number, neighbours: Neighbours = () => []): WartySheet {
  const random = new Random(seed);
  const sheet: Sheet = { dateSystem: seed % 2 === 0 ? '1900' : '1904' };
  const write = (asset: CleanAsset): Record => writeAsset(asset, random, sheet);
  const assets = Array.from({ length: ASSETS }, (_, number) => makeAsset(random, number));
  const first = assets.map(write);
  const twins = Array.from({ length: LOOK_ALIKES }, (_, number): [CleanAsset, CleanAsset] => {
    const original = assets[number * 7] ?? makeAsset(random, 0);
    const other = makeAsset(random, 10_000 + number);
    return [original, { ...other, host: original.host, domain: original.domain }];
  });
  const records = [
    ...first,
    ...first.slice(0, EXACT_DUPLICATES),
    ...assets
      .slice(EXACT_DUPLICATES, EXACT_DUPLICATES + DIFFERING_DUPLICATES)
      .map((asset) => write(changed(asset, random))),
    ...twins.map(([, twin]) => write(twin)),
    ...Array.from({ length: BLANK_ROWS }, blankRow),
  ];
  const subtotals = Array.from({ length: ROWS - records.length }, (_, number) => subtotalRow(number));
  const mixed = random.shuffled([...records, ...subtotals, ...neighbours(assets, random).map(write)]);
  return {
    seed,
    dateSystem: sheet.dateSystem,
    headers: wartyColumns.map(({ header }) => header),
    fields: wartyColumns.map(({ field }) => field),
    rows: mixed.map(({ cells }) => cells),
    truth: mixed.map(({ kind, group, expected, warts }, index) => ({
      rowNumber: index + 1,
      kind,
      group,
      expected,
      warts,
    })),
    lookAlikes: twins.map(([one, twin]) => [one.group, twin.group] as const),
  };
}

/** The same asset some time later: what may change has changed, what it is has not. */
function changed(asset: CleanAsset, random: Random): CleanAsset {
  return {
    ...asset,
    memoryGb: random.pick([8, 16, 32, 64]),
    status: random.pick(['in_use', 'retired']),
    owner: 'Ann Lee',
    tags: ['moved'],
  };
}

function writeAsset(asset: CleanAsset, random: Random, sheet: Sheet): Record {
  const expected = new Map<string, CleansedValue>();
  const warts = new Map<string, string>();
  const cells = wartyColumns.map((column): Cell => {
    const chosen: Wart | null = random.chance(WART_SHARE) ? random.pick(column.warts) : null;
    const { cell, says } = (chosen?.write ?? column.tidy)(asset, random, sheet);
    expected.set(column.field, says);
    if (chosen !== null) warts.set(column.field, chosen.name);
    return cell;
  });
  return { kind: 'asset', group: asset.group, expected, warts, cells };
}

function blankRow(): Record {
  const expected = new Map(wartyColumns.map(({ field }) => [field, null]));
  return { kind: 'blank', group: null, expected, warts: new Map(), cells: wartyColumns.map(() => null) };
}

/** A row of sums, as people leave them between blocks. */
function subtotalRow(number: number): Record {
  const said = new Map<string, readonly [Cell, CleansedValue]>([
    ['asset_name', [`Subtotal ${number + 1}`, `Subtotal ${number + 1}`]],
    ['memory_gb', [1_048_576, 1_024]],
    ['storage_gb', [50_000, 50_000]],
  ]);
  const expected = new Map(wartyColumns.map(({ field }) => [field, said.get(field)?.[1] ?? null]));
  const cells = wartyColumns.map(({ field }): Cell => said.get(field)?.[0] ?? null);
  return { kind: 'subtotal', group: null, expected, warts: new Map(), cells };
}
