import type { AuditEventView } from '#shared/schemas/access.schema.ts';
import { fieldLabel } from '#shared/field-label.ts';
import { formatNumber } from '#shared/format.ts';

const acts: ReadonlyMap<string, string> = new Map([
  ['api_key.create', 'Created an API key'],
  ['api_key.revoke', 'Revoked an API key'],
  ['conflict_memory.forget', 'Forgot a decision on conflicts'],
  ['field_mappings.approve', 'Approved mappings'],
  ['field_mappings.change', 'Changed mappings'],
  ['flow.delete', 'Deleted a flow'],
  ['flow.pause', 'Paused a flow'],
  ['flow.rebuild', 'Had dependencies and debts rebuilt'],
  ['flow.reopen_mappings', 'Opened mappings again'],
  ['flow.resume', 'Resumed a flow'],
  ['flow.retry', 'Retried a flow'],
  ['import.store', 'Stored a sheet'],
  ['import.withdraw', 'Withdrew an import'],
  ['inventory.apply', 'Applied an inventory'],
  ['inventory.export', 'Exported a file'],
  ['inventory_conflict.decide', 'Decided on a conflict'],
  ['mapping_memory.correct', 'Corrected a remembered mapping'],
  ['mapping_memory.forget', 'Forgot a remembered mapping'],
  ['raw_records.remove', 'Removed raw records of a withdrawn import'],
  ['target_field.add', 'Added a target field'],
  ['target_field.change', 'Changed a target field'],
]);

/** Acts to choose from. */
export const knownActs: readonly string[] = [...acts.keys()];

/** What was done, in words; an act nobody has words for yet by its name. */
export function actWords(action: string): string {
  return acts.get(action) ?? fieldLabel(action.replaceAll('.', '_'));
}

/** The flow it was done to or within, which the column of what was acted on leads to. */
export function flowIdOf({ subject, details }: Pick<AuditEventView, 'subject' | 'details'>): string | null {
  if (subject.startsWith('flow_')) return subject;
  const within = details['flow_id'];
  return typeof within === 'string' ? within : null;
}

/** Details whose values are the service's own words. */
const STATES: ReadonlySet<string> = new Set(['was', 'phase', 'kind', 'treatment']);

/** `Name: Ana Keller · Role: analyst`; what is empty, and the flow, is left out. */
export function detailWords(details: AuditEventView['details']): string {
  return Object.entries(details)
    .filter(([name, value]) => name !== 'flow_id' && value !== null && value !== '')
    .map(([name, value]) => `${fieldLabel(name)}: ${valueWords(name, value)}`)
    .join(' · ');
}

function valueWords(name: string, value: AuditEventView['details'][string]): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return (STATES.has(name) ? value?.replaceAll('_', ' ') : value) ?? '';
}
