import type { Cleansed } from './cleansed.ts';
import type { CleansingPlan } from './cleansing-plan.ts';

/** The columns of one target field, as positions in `plan.columns`. */
export interface FieldColumns {
  field: string;
  primary: readonly number[];
  secondary: readonly number[];
}

/** The plan's fields in the order of their names, each with its columns in sheet order; without those of another thing. */
export function fieldColumns(plan: CleansingPlan): FieldColumns[] {
  const fields = new Map<string, { primary: number[]; secondary: number[] }>();
  for (const [position, { field, isSecondary, isOfAnotherThing }] of plan.columns.entries()) {
    if (isOfAnotherThing === true) continue;
    const positions = fields.get(field) ?? { primary: [], secondary: [] };
    positions[isSecondary ? 'secondary' : 'primary'].push(position);
    fields.set(field, positions);
  }
  return [...fields]
    .map(([field, positions]) => ({ field, ...positions }))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

/**
 * Which answers of a `RecordCleanser` are the values of a field: of every primary column that says something, in sheet
 * order (an approved field that takes one column has one), and where none does, of the first secondary column that does.
 * A cell with several values stays one value, a list.
 */
export function positionsSaid({ primary, secondary }: FieldColumns, answers: readonly Cleansed[]): readonly number[] {
  const said = saidOf(primary, answers);
  if (said.length > 0) return said;
  const first = secondary.find((position) => isSaid(answers, position));
  return first === undefined ? [] : [first];
}

/** The same list where all say something, which most do: every field of every record is asked for. */
function saidOf(positions: readonly number[], answers: readonly Cleansed[]): readonly number[] {
  for (const position of positions)
    if (!isSaid(answers, position)) return positions.filter((other) => isSaid(answers, other));
  return positions;
}

const isSaid = (answers: readonly Cleansed[], position: number): boolean => (answers[position]?.value ?? null) !== null;
