import { countOf } from '#shared/format.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetField } from '#shared/target-fields.ts';
import { openQuestions } from './cleansing-answers.ts';
import { doubledTargets, type ReviewGroup } from './review-state.ts';

/** Fields of which one at least says which thing a row is about (docs/agents/asset-inventory.md). */
const IDENTIFYING: ReadonlySet<string> = new Set([
  'asset_name',
  'hostname',
  'fqdn',
  'asset_id',
  'serial_number',
  'asset_tag',
  'ip_address',
  'mac_address',
  'application_name',
]);

export interface Warning {
  text: string;
  /** The columns it speaks of; null where no group of columns is meant. */
  group: ReviewGroup | null;
}

/** What an analyst should know before the mappings are approved and can no longer be changed, worst first. */
export function beforeApproval(
  mappings: readonly FieldMapping[],
  fields: readonly Pick<TargetField, 'name' | 'repeatable'>[],
): Warning[] {
  const approved = mappings.filter(({ status }) => status === 'approved');
  const undecided = mappings.filter(({ status, target_field: field }) => status === 'suggested' && field !== null);
  const open = approved.filter((mapping) => openQuestions(mapping).length > 0);
  return [
    ...(doubledTargets(mappings, fields).size > 0
      ? [{ text: 'Two columns are approved for one field that takes one.', group: null }]
      : []),
    ...(approved.some(({ target_field: field }) => IDENTIFYING.has(field ?? ''))
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
  ];
}
