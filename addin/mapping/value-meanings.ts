import { countOf } from '#shared/format.ts';
import { isOpenValue } from '#shared/open-value.ts';
import type { FieldMapping, ValueMapping } from '#shared/schemas/field-mapping.schema.ts';

type WithValues = Pick<FieldMapping, 'value_mappings'>;

/** Values of a closed vocabulary that say nothing as long as nobody says what they mean. */
export function openValues({ value_mappings: values }: WithValues): ValueMapping[] {
  return values?.filter(isOpenValue) ?? [];
}

/** How many cells have one of these values. */
export function cellsOf(values: readonly ValueMapping[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}

/** Values that differ by case alone and mean the same, each with the others: what is said of one is said of all. */
export function valueLines(values: readonly ValueMapping[]): ValueMapping[][] {
  const lines = new Map<string, ValueMapping[]>();
  for (const one of values) {
    const key = JSON.stringify([one.value.toLowerCase(), isOpenValue(one), one.target_value]);
    lines.set(key, [...(lines.get(key) ?? []), one]);
  }
  return [...lines.values()];
}

/** `Say what "Recette" means, or its 41 cells stay empty.`; nothing where all have a meaning. */
export function valueQuestions(mapping: WithValues): string[] {
  const open = openValues(mapping);
  return [
    ...questionOf(
      'Say',
      open.filter((one) => !one.needs_decision),
    ),
    ...questionOf(
      'Confirm',
      open.filter((one) => one.needs_decision),
    ),
  ];
}

function questionOf(verb: string, values: readonly ValueMapping[]): string[] {
  const [first, ...more] = valueLines(values);
  if (first === undefined) return [];
  const cells = cellsOf(values);
  const empty = `${countOf(cells, 'cell')} ${cells === 1 ? 'stays' : 'stay'} empty`;
  return more.length === 0
    ? [`${verb} what "${first[0]?.value ?? ''}" means, or its ${empty}.`]
    : [`${verb} what ${more.length + 1} values mean, or their ${empty}.`];
}

/** Values whose meaning is proposed from memory. */
export function meaningsRemembered({ value_mappings: values }: WithValues): number {
  return values?.filter((one) => one.remembered !== null).length ?? 0;
}
