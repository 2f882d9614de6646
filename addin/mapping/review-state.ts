import { buildColumns } from '#shared/column-keys.ts';
import { columnStanding } from '#shared/pages/column-standing.ts';
import { fieldLabel } from '#shared/field-label.ts';
import type { FieldMapping, MappingCandidate } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import { openQuestions } from './cleansing-answers.ts';
import { likelyCandidates } from './field-search.ts';
import { openValues } from './value-meanings.ts';

/** What a mapping asks of the analyst. */
export type ReviewGroup = 'review' | 'ready' | 'approved' | 'unmapped' | 'left_out';

export const reviewGroups: readonly { group: ReviewGroup; label: string }[] = [
  { group: 'review', label: 'Review' },
  { group: 'ready', label: 'Ready' },
  { group: 'approved', label: 'Approved' },
  { group: 'unmapped', label: 'Not mapped' },
  { group: 'left_out', label: 'Left out' },
];

/**
 * Ready is what can be approved without a further look. A column with an open question, with values that have no meaning yet
 * or without any values is to be reviewed, however sure its field is.
 * `isOpen`: decisions can still be made; once all was approved, what was not is left out.
 */
export function groupOf(
  mapping: FieldMapping,
  { threshold, isOpen = true }: { threshold: number; isOpen?: boolean },
): ReviewGroup {
  const standing = columnStanding(mapping, { isApproved: !isOpen });
  if (standing !== 'suggested') return standing;
  return mapping.confidence_score >= threshold && isSettled(mapping) ? 'ready' : 'review';
}

/** Whether its cells are there and can be read as they are. */
function isSettled(mapping: FieldMapping): boolean {
  return mapping.samples.length > 0 && openQuestions(mapping).length === 0 && openValues(mapping).length === 0;
}

/** Suggestions that reach the threshold, ask nothing, and that nobody decided on yet. */
export function readyToApprove(mappings: readonly FieldMapping[], threshold: number): FieldMapping[] {
  return mappings.filter((mapping) => groupOf(mapping, { threshold }) === 'ready');
}

/** Who wants more of them than this looks through all fields. */
const CONSIDERED_MAX = 3;

/** The few other fields worth a thought, best first. */
export function alsoConsidered({ candidates, target_field: chosen }: FieldMapping): MappingCandidate[] {
  return likelyCandidates(candidates)
    .filter((one) => one.target_field !== chosen)
    .slice(0, CONSIDERED_MAX);
}

/** Critical fields that no column provides. */
export function missingFields(
  mappings: readonly FieldMapping[],
  fields: readonly Pick<TargetField, 'name' | 'critical'>[],
  isOpen = true,
): string[] {
  const provided = new Set(
    mappings
      .filter((mapping) => columnStanding(mapping, { isApproved: !isOpen }) !== 'left_out')
      .map((mapping) => mapping.target_field),
  );
  return fields.filter((field) => field.critical && !provided.has(field.name)).map((field) => field.name);
}

/** What each column is called, by id: doubled and blank headers as they are stored. Of all columns, in their order. */
export function columnNames(mappings: readonly FieldMapping[]): Map<string, string> {
  const columns = buildColumns(mappings.map((mapping) => mapping.source_field));
  const keys = mappings.map((mapping, index) => columns[index]?.key ?? mapping.source_field);
  const seen = new Map<string, number>();
  for (const key of keys) seen.set(inSight(key), (seen.get(inSight(key)) ?? 0) + 1);
  return new Map(
    mappings.map(({ id }, index) => {
      const key = keys[index] ?? '';
      return [id, (seen.get(inSight(key)) ?? 0) > 1 ? withSpacesSaid(key) : key];
    }),
  );
}

export function nameOf({ id, source_field: header }: FieldMapping, names: ReadonlyMap<string, string>): string {
  return names.get(id) ?? header;
}

/** What is seen of a name on a page, where spaces around it are lost and those within it become one. */
const inSight = (name: string): string => name.trim().replace(/\s+/g, ' ');

function withSpacesSaid(name: string): string {
  const places = [
    ...(name.startsWith(name.trimStart()) ? [] : ['before']),
    ...(name.endsWith(name.trimEnd()) ? [] : ['after']),
    ...(/\s\s/.test(name.trim()) ? ['within'] : []),
  ];
  return places.length === 0 ? name : `${inSight(name)} (spaces ${places.join(' and ')})`;
}

/** By field, the columns that have it: approved or suggested. */
export function columnsByField(
  mappings: readonly FieldMapping[],
  names: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const columns = new Map<string, string[]>();
  for (const mapping of mappings) {
    const { target_field: field, status } = mapping;
    if (field === null || status === 'rejected') continue;
    columns.set(field, [...(columns.get(field) ?? []), nameOf(mapping, names)]);
  }
  return columns;
}

/** Why a column cannot stay approved as it is: others are for the same field. Null where it can. */
export function conflictOf(
  mapping: FieldMapping,
  doubled: ReadonlyMap<string, readonly FieldMapping[]>,
  names: ReadonlyMap<string, string>,
): string | null {
  const { status, target_field: field } = mapping;
  const columns = doubled.get(field ?? '');
  if (status !== 'approved' || field === null || columns === undefined) return null;
  const listed = listOf(columns.map((one) => nameOf(one, names)));
  return `${fieldLabel(field)} takes one column, but ${listed} are approved for it. Let this one fill in only where the other is empty, change it or leave it out.`;
}

/** `A, B and C` */
export function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
