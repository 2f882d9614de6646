import { rvtoolsSheet } from '../engine-parts/rvtools-sheet.ts';
import { isUnitOf } from './header-units.ts';
import type { MeasuredSheet } from './plan-columns.ts';

/** Figures of RVTools' sheets whose header has no unit, as its documentation has them. */
const RVTOOLS_UNITS: Readonly<Partial<Record<string, string>>> = {
  memory: 'MiB',
  '# memory': 'MiB',
  size: 'MiB',
  capacity: 'MiB',
  'total disk capacity': 'MiB',
  provisioned: 'MiB',
  'in use': 'MiB',
  unshared: 'MiB',
  consumed: 'MiB',
  speed: 'MHz',
};

/** Those of its sheets that have such figures. */
const RVTOOLS_SHEETS = new Set(['vinfo', 'vmemory', 'vdisk', 'vpartition', 'vhost', 'vdatastore']);

/** The unit that the tool a sheet comes from writes below this header; null where the tool or its unit is not known. */
export function unitOfTool(field: string, header: string, sheet: Pick<MeasuredSheet, 'headers' | 'sheetName'>) {
  const unit = RVTOOLS_UNITS[header.trim().toLowerCase()];
  if (unit === undefined || !isUnitOf(field, unit) || !isOfRvtools(sheet)) return null;
  return { unit, reason: `RVTools writes ${unit}` };
}

/** Each of its sheets ends with the vCenter it was read from; a part of one may still be called as it calls it. */
function isOfRvtools({ headers, sheetName }: Pick<MeasuredSheet, 'headers' | 'sheetName'>): boolean {
  return (
    RVTOOLS_SHEETS.has(rvtoolsSheet(sheetName ?? '')) ||
    headers.some((one) => /^VI SDK (?:Server|UUID)$/i.test(one?.trim() ?? ''))
  );
}
