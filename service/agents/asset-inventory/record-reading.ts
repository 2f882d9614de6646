import { detectComponentSheet, type ComponentSheet } from '../../inventory/component-sheet.ts';
import { createRecordReader, identifyingPlan, type ReadRecord } from '../../inventory/read-records.ts';
import { NAME_FIELDS } from '../../inventory/fold.ts';
import { lineageOf as lineageOfSheet } from '../../inventory/sheet-series.ts';
import { otherRowKind } from '../../sheet-rows/other-row.ts';
import { isTotalLabel } from '../../sheet-rows/total-label.ts';
import type { CleansingPlan } from '../../cleansing/cleansing-plan.ts';
import type { AgentInput, SheetRecord } from '../agent.ts';

const NO_PLAN: CleansingPlan = { rules: '', columns: [] };

/** Whether the sheet lists parts of assets, from its headers and what data validation measured. */
export function componentSheetOf({ facts, columnProfiles }: AgentInput): ComponentSheet | null {
  const valuesOf = (index: number): string[] =>
    (columnProfiles.find(({ columnIndex }) => columnIndex === index)?.frequent ?? []).map(({ value }) => value);
  return detectComponentSheet(facts, valuesOf);
}

/** The column that names the sheet's things: findings point at it. */
export function nameColumn({ cleansingPlan }: AgentInput): number | null {
  for (const field of NAME_FIELDS) {
    const found = cleansingPlan?.columns.find((column) => column.field === field && !column.isSecondary);
    if (found !== undefined) return found.columnIndex;
  }
  return null;
}

/** @param extent `keys`: only what a record is and is known by */
export function recordReader(input: AgentInput, extent: 'keys' | 'all'): (record: SheetRecord) => ReadRecord {
  const { facts } = input;
  const plan = input.cleansingPlan ?? NO_PLAN;
  const named = nameColumn(input);
  const read = createRecordReader({
    dataImportId: facts.dataImportId,
    plan: extent === 'keys' ? identifyingPlan(plan) : plan,
    sheet: {
      sheetName: facts.sheetName,
      filename: facts.filename,
      nameHeader: named === null ? null : (facts.columns[named]?.header ?? null),
    },
    components: componentSheetOf(input),
  });
  const otherRow = otherRowKind(headersOf(input));
  return ({ rowNumber, cells }) => {
    const record = read(rowNumber, cells);
    const other = record.keys.some(isOwnKey) ? null : otherRow(cells);
    return other === null ? record : { ...record, keys: [] };
  };
}

/** What only a thing has, whatever it is called. */
const OWN_KEY = /^(?:serial|fqdn|mac|ip):/;

/** A sum may have its label in the column of serial numbers. */
const isOwnKey = (key: string): boolean => OWN_KEY.test(key) && !isTotalLabel(key.slice(key.indexOf(':') + 1));

export const headersOf = ({ facts }: AgentInput): string[] => facts.columns.map(({ header }) => header);

export function lineageOf({ facts: { filename, sheetName } }: AgentInput): string {
  return lineageOfSheet(filename, sheetName);
}
