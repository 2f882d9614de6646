import type { Column } from '#shared/column-keys.ts';
import type { ComponentKind } from '#shared/statuses.ts';
import { rvtoolsSheet } from '../engine-parts/rvtools-sheet.ts';

/** That the records of a sheet are about parts of assets, and where the parts' names stand. */
export interface ComponentSheet {
  kind: ComponentKind;
  labelColumn: number;
  reason: string;
}

/** The values of a column as data validation measured them; empty before it ran. */
type ValuesOf = (columnIndex: number) => readonly string[];

const KIND_OF_SHEET: ReadonlyMap<string, ComponentKind> = new Map([
  ['vdisk', 'disk'],
  ['vpartition', 'disk'],
  ['vnetwork', 'network_adapter'],
]);

/** Headers that name a part, best first. */
const LABEL_HEADERS: Readonly<Record<ComponentKind, readonly RegExp[]>> = {
  disk: [
    /^(?:disk|partition|drive|volume)$/,
    /^(?:mount ?point|disk name|drive letter|volume name|logical disk|file ?system)$/,
  ],
  network_adapter: [/^(?:nic label|nic|adapter name|interface name|interface|nic name)$/, /^(?:network )?adapter$/],
};

/** What such parts are called on any system. */
const LABEL_VALUES: Readonly<Record<ComponentKind, RegExp>> = {
  disk: /^(?:[a-z]:\\?.{0,60}|\/[\w./-]{0,200}|(?:hard )?dis[ck] ?\d{1,3}|sd[a-z]\d?|hd[a-z]\d?|vd[a-z]\d?|xvd[a-z]\d?|nvme\w{1,12}|scsi.{0,20}|hdisk\d{1,4})$/i,
  network_adapter:
    /^(?:network adapter ?\d{1,3}|ethernet.{0,20}|local area connection.{0,20}|eth\d.{0,8}|en[ospx]\w{1,14}|nic ?\d{0,3}|vmnic\d{1,3}|lan ?\d{0,3}|bond\d.{0,6}|vmk\d{1,3}|em\d{1,3})$/i,
};

/** Said by the sheet's known name, or by a column that names parts and holds names of parts. null: records are about assets. */
export function detectComponentSheet(
  sheet: { sheetName: string | null; columns: readonly Column[] },
  valuesOf: ValuesOf,
): ComponentSheet | null {
  const known = KIND_OF_SHEET.get(rvtoolsSheet(sheet.sheetName ?? ''));
  for (const kind of known === undefined ? (['disk', 'network_adapter'] as const) : [known]) {
    const found = labelColumns(kind, sheet.columns);
    const [first] = found;
    if (known !== undefined && first !== undefined)
      return { kind, labelColumn: first.index, reason: `RVTools lists parts of machines on ${sheet.sheetName}.` };
    const named = found.find((column) => areLabels(kind, valuesOf(column.index)));
    if (named !== undefined)
      return {
        kind,
        labelColumn: named.index,
        reason: `"${named.header.trim()}" names parts such as "${valuesOf(named.index)[0] ?? ''}".`,
      };
  }
  return null;
}

function labelColumns(kind: ComponentKind, columns: readonly Column[]): Column[] {
  const headers = columns.map((column) => ({
    column,
    header: column.header
      .slice(0, 60)
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim(),
  }));
  return LABEL_HEADERS[kind].flatMap((pattern) =>
    headers.filter(({ header }) => pattern.test(header)).map(({ column }) => column),
  );
}

function areLabels(kind: ComponentKind, values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  const fitting = filled.filter((value) => LABEL_VALUES[kind].test(value.trim().slice(0, 200)));
  return filled.length > 0 && fitting.length >= 0.8 * filled.length;
}
