import type { Cell } from '#shared/schemas/cell.schema.ts';
import { columnReader } from './column-cleanser.ts';
import { createEvidenceReader, writtenAs, type ColumnEvidence } from './column-evidence.ts';
import type { MeasuredColumn } from './column-units.ts';
import type { Cleansed } from './cleansed.ts';
import { planColumns, type MappedColumn, type MeasuredSheet } from './plan-columns.ts';

/** What becomes of one of the texts a column is shown by. */
export interface SampleReading extends Pick<Cleansed, 'value' | 'rule'> {
  sample: string;
}

/**
 * How the samples of a column are read as things stand: those that cleansing changes or leaves without a value. A sample
 * that its cells give in two ways, as text and as number, is told where both are read alike.
 *
 * @param seen what all rows showed of how the column is written; null: its listed values stand for them
 */
export function readSamples(column: MappedColumn, sheet: MeasuredSheet, seen: ColumnEvidence | null): SampleReading[] {
  const measured = sheet.columns[column.columnIndex];
  if (measured === undefined) return [];
  const { plan } = planColumns([column], sheet, seen === null ? evidenceOf(column, measured) : [seen]);
  const [planned] = plan.columns;
  // Which currency an amount is in is said by its row.
  if (planned === undefined || planned.currencyColumn !== undefined) return [];
  const read = columnReader(planned);
  return (measured.samples ?? []).flatMap((sample) => {
    const [reading, other] = cellsOf(sample, measured).map(read);
    if (reading === undefined || (other !== undefined && !isAlike(reading, other))) return [];
    const { value, rule } = reading;
    const isKept = value !== null && typeof value !== 'object' && String(value) === sample;
    return isKept ? [] : [{ sample, value, rule }];
  });
}

/** The cells that a sample may stand for. */
function cellsOf(sample: string, { types }: MeasuredColumn): Cell[] {
  const number = Number(sample);
  const isFigure = types.number > 0 && String(number) === sample;
  return isFigure ? (types.text > 0 ? [number, sample] : [number]) : [sample];
}

const isAlike = (one: Cleansed, other: Cleansed): boolean => JSON.stringify(one.value) === JSON.stringify(other.value);

function evidenceOf({ columnIndex, field }: MappedColumn, measured: MeasuredColumn): ColumnEvidence[] {
  const as = writtenAs(field);
  if (as === null || measured.types.text === 0) return [];
  const reader = createEvidenceReader([{ columnIndex, writtenAs: as }]);
  const listed = new Set([...measured.frequent.map(({ value }) => value), ...(measured.samples ?? [])]);
  for (const value of listed) reader.add(Object.assign([], { [columnIndex]: value }));
  return reader.evidence();
}
