import { ApiFailure } from '#shared/call-endpoint.ts';
import type { AddTargetFieldRequest, TargetFieldView } from '#shared/schemas/target-field.schema.ts';

export type OwnField = Pick<AddTargetFieldRequest, 'name' | 'type' | 'category' | 'definition'>;
export type OwnFieldPart = keyof OwnField;

const PARTS: readonly OwnFieldPart[] = ['name', 'type', 'category', 'definition'];

export const typeLabels: Readonly<Record<OwnField['type'], string>> = {
  string: 'Text',
  number: 'Number',
  integer: 'Whole number',
  boolean: 'Yes or no',
  date: 'Date',
  datetime: 'Date and time',
};

export const OWN_CATEGORY = 'own';
const NAME_MAX_CHARACTERS = 60;

/** `Rack power (W)` → `rack_power_w`: what its values are stored under; '' where nothing of the text can be in a name. */
export function storedName(label: string): string {
  return label
    .slice(0, 2 * NAME_MAX_CHARACTERS)
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
    .slice(0, NAME_MAX_CHARACTERS);
}

/** The category of clients' own fields first. */
export function categoriesOf(fields: readonly Pick<TargetFieldView, 'category'>[]): string[] {
  return [...new Set([OWN_CATEGORY, ...fields.map(({ category }) => category)])];
}

/** What the service said of each part of the form; null when it is about none of them. */
export function refusedParts(error: unknown): Partial<Record<OwnFieldPart, string>> | null {
  const problem = error instanceof ApiFailure ? error.problem : null;
  if (problem === null) return null;
  if (problem.code === 'target_field_exists') return { name: problem.detail };
  const said = PARTS.flatMap((part) => {
    const found = problem.problems?.find(({ field }) => field.split('.').at(-1) === part);
    return found === undefined ? [] : [[part, found.message] as const];
  });
  return said.length === 0 ? null : Object.fromEntries(said);
}
