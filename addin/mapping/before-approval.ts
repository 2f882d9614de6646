import { doubledTargets } from '#shared/doubled-targets.ts';
import { fieldLabel } from '#shared/field-label.ts';
import { countOf } from '#shared/format.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { keyFields } from '#shared/key-fields.ts';
import type { TargetField } from '#shared/target-fields.ts';
import { knownQuestions, openQuestions } from './cleansing-answers.ts';
import { columnNames, listOf, nameOf, type ReviewGroup } from './review-state.ts';
import { cellsOf, openValues } from './value-meanings.ts';

/** Columns a warning names; of more their number is told. */
const NAMED_MAX = 3;

export interface Warning {
  text: string;
  /** The columns it speaks of; null where no group of columns is meant. */
  group: ReviewGroup | null;
}

/** What an analyst should know before the mappings are approved, worst first. */
export function beforeApproval(
  mappings: readonly FieldMapping[],
  fields: readonly Pick<TargetField, 'name' | 'repeatable'>[],
): Warning[] {
  const names = columnNames(mappings);
  const approved = mappings.filter(({ status }) => status === 'approved');
  const undecided = mappings.filter(({ status, target_field: field }) => status === 'suggested' && field !== null);
  const open = approved.filter((mapping) => openQuestions(mapping).length > 0);
  const isOlder = mappings.some((mapping) => knownQuestions(mapping).length < mapping.cleansing_questions.length);
  return [
    ...(isOlder
      ? [{ text: 'The service asks more of the columns than this pane can show. Reload the pane.', group: null }]
      : []),
    ...[...doubledTargets(mappings, fields)].map(([field, columns]) => {
      const listed = listOf(columns.map((mapping) => nameOf(mapping, names)));
      const text = `${listed} are approved for ${fieldLabel(field)}, which takes one column: say which fills in only.`;
      return { text, group: null };
    }),
    ...(approved.some(({ target_field: field }) => keyFields.has(field ?? ''))
      ? []
      : [
          {
            text: 'No approved column says which thing a row is about: no assets will come of it.',
            group: null,
          },
        ]),
    ...(undecided.length > 0
      ? [
          {
            text: `${countOf(undecided.length, 'suggestion')} not decided on, to be left out.`,
            group: 'review' as const,
          },
        ]
      : []),
    ...(open.length > 0
      ? [{ text: `${countOf(open.length, 'approved column')} with a question nobody answered.`, group: null }]
      : []),
    ...staysEmpty(approved, names),
  ];
}

/** Columns with values of no known meaning, and how many cells that costs. */
function staysEmpty(approved: readonly FieldMapping[], names: ReadonlyMap<string, string>): Warning[] {
  const columns = approved.filter((mapping) => openValues(mapping).length > 0);
  if (columns.length === 0) return [];
  const cells = cellsOf(columns.flatMap(openValues));
  const shown = columns.slice(0, NAMED_MAX).map((mapping) => nameOf(mapping, names));
  const more = columns.length - shown.length;
  const listed = listOf([...shown, ...(more > 0 ? [countOf(more, 'more column')] : [])]);
  const why = cells === 1 ? 'stays empty: its value has' : 'stay empty: their values have';
  return [{ text: `${countOf(cells, 'cell')} of ${listed} ${why} no meaning yet.`, group: null }];
}
