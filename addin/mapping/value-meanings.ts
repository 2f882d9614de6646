import { countOf } from '#shared/format.ts';
import type { FieldMapping, ValueMapping } from '#shared/schemas/field-mapping.schema.ts';

type WithValues = Pick<FieldMapping, 'value_mappings'>;

/** Nobody decided on it, here or before, and nothing is proposed, or no more than a guess that nobody approved. */
export function isOpen(value: ValueMapping): boolean {
  const isUnsaid = value.target_value === null || value.needs_decision;
  return isUnsaid && value.decided_by === null && value.remembered === null;
}

/** Values of a closed vocabulary that say nothing as long as nobody says what they mean. */
export function openValues({ value_mappings: values }: WithValues): ValueMapping[] {
  return values?.filter(isOpen) ?? [];
}

/** How many cells have one of these values. */
export function cellsOf(values: readonly ValueMapping[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}

/** `3 values without a meaning yet: 62 cells stay empty.`; nothing where all have one. */
export function openValuesText(mapping: WithValues): string {
  const open = openValues(mapping);
  return [
    staysEmpty(
      open.filter((one) => !one.needs_decision),
      'without a meaning yet',
    ),
    staysEmpty(
      open.filter((one) => one.needs_decision),
      'with a guessed meaning that nobody approved',
    ),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function staysEmpty(values: readonly ValueMapping[], what: string): string {
  if (values.length === 0) return '';
  const cells = cellsOf(values);
  return `${countOf(values.length, 'value')} ${what}: ${countOf(cells, 'cell')} ${cells === 1 ? 'stays' : 'stay'} empty.`;
}

/** Values whose meaning is proposed from memory. */
export function meaningsRemembered({ value_mappings: values }: WithValues): number {
  return values?.filter((one) => one.remembered !== null).length ?? 0;
}
