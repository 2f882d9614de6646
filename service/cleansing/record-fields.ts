import type { Cleansed, CleansedValue } from './cleansed.ts';
import type { CleansingPlan } from './cleansing-plan.ts';

/** One value of a field and the column it stands in. */
export interface FieldValue {
  columnIndex: number;
  value: NonNullable<CleansedValue>;
  rule: string;
}

/** What a record says, by target field; fields it says nothing about are not in it. */
export type RecordFields = ReadonlyMap<string, readonly FieldValue[]>;

/**
 * Turns the answers of a `RecordCleanser` into values per field: of every primary column that says something, in sheet
 * order (an approved field that takes one column has one), and where none does, of the first secondary column that does.
 * A cell with several values stays one value, a list.
 */
export function createRecordFields(plan: CleansingPlan): (answers: readonly Cleansed[]) => RecordFields {
  const fields = new Map<string, { primary: number[]; secondary: number[] }>();
  for (const [position, { field, isSecondary }] of plan.columns.entries()) {
    const positions = fields.get(field) ?? { primary: [], secondary: [] };
    positions[isSecondary ? 'secondary' : 'primary'].push(position);
    fields.set(field, positions);
  }
  const valueAt = (answers: readonly Cleansed[], position: number): FieldValue | null => {
    const answer = answers[position];
    const column = plan.columns[position];
    if (answer === undefined || answer.value === null || column === undefined) return null;
    return { columnIndex: column.columnIndex, value: answer.value, rule: answer.rule };
  };
  return (answers) => {
    const said = new Map<string, readonly FieldValue[]>();
    for (const [field, { primary, secondary }] of fields) {
      const values: FieldValue[] = [];
      for (const position of primary) {
        const value = valueAt(answers, position);
        if (value !== null) values.push(value);
      }
      for (let at = 0; values.length === 0 && at < secondary.length; at += 1) {
        const value = valueAt(answers, secondary[at] ?? 0);
        if (value !== null) values.push(value);
      }
      if (values.length > 0) said.set(field, values);
    }
    return said;
  };
}
