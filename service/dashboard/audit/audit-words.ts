import type { AuditEventView } from '#shared/schemas/access.schema.ts';
import { fieldLabel } from '#shared/field-label.ts';
import { formatNumber } from '#shared/format.ts';
import { presentName } from '#shared/renamed-acts.ts';

const acts: ReadonlyMap<string, string> = new Map([
  ['api_key.change', 'Changed what the first key may do and see'],
  ['api_key.create', 'Created an API key'],
  ['api_key.revoke', 'Revoked an API key'],
  ['conflict_memory.forget', 'Forgot a decision on conflicts'],
  ['field_mappings.approve', 'Approved mappings'],
  ['field_mappings.change', 'Changed mappings'],
  ['file.export', 'Exported a file'],
  ['flow.delete', 'Deleted a flow'],
  ['flow.pause', 'Paused a flow'],
  ['flow.rebuild', 'Had dependencies and technical debt rebuilt'],
  ['flow.reopen_mappings', 'Opened mappings again'],
  ['flow.resume', 'Resumed a flow'],
  ['flow.retry', 'Retried a flow'],
  ['import.store', 'Stored a sheet'],
  ['import.withdraw', 'Withdrew an import'],
  ['inventory.apply', 'Applied an inventory'],
  ['inventory_conflict.ask_again', 'Closed conflicts that a newer file asks again'],
  ['inventory_conflict.decide', 'Decided on a conflict'],
  ['inventory_conflict.open_again', 'Opened conflicts again'],
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
  return acts.get(presentName(action)) ?? fieldLabel(action.replaceAll('.', '_'));
}

/** The flow it was done to or within, which the column of what was acted on leads to. */
export function flowIdOf({ subject, details }: Pick<AuditEventView, 'subject' | 'details'>): string | null {
  if (subject.startsWith('flow_')) return subject;
  const within = details['flow_id'];
  return typeof within === 'string' ? within : null;
}

/** Details whose values are the service's own words. */
const STATES: ReadonlySet<string> = new Set(['was', 'phase', 'kind', 'treatment']);

/** `Name: Ana Keller · Role: analyst`; what is empty, the flow, and a state that says nothing new is left out. */
export function detailWords(details: AuditEventView['details']): string {
  const { was, phase, records, action, asset_id, into, remembered, ...others } = details;
  if (typeof records === 'string' && typeof action === 'string')
    return [
      `${records === '' ? 'Records' : records}: ${answerWords(action, into)}`,
      ...(remembered ? ['Remembered: yes'] : []),
      ...partsOf(others),
    ].join(' · ');
  return partsOf(was === phase ? { ...details, was: null, phase: null } : details).join(' · ');
}

/** The conflict that was decided on, as its page's address names it. */
export function conflictOf({ action, subject, details }: Pick<AuditEventView, 'action' | 'subject' | 'details'>) {
  const flow = details['flow_id'];
  return action === 'inventory_conflict.decide' && typeof flow === 'string' ? `${flow}/${subject}` : null;
}

function answerWords(action: string, into: unknown): string {
  if (action === 'separate') return 'separate assets';
  if (action === 'leave_out') return 'left out';
  return typeof into === 'string' ? `merged into ${into}` : 'one new asset';
}

function partsOf(details: AuditEventView['details']): string[] {
  return Object.entries(details)
    .filter(([name, value]) => name !== 'flow_id' && value !== null && value !== '')
    .map(([name, value]) => `${fieldLabel(name)}: ${valueWords(name, value)}`);
}

function valueWords(name: string, value: AuditEventView['details'][string]): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return (STATES.has(name) ? value?.replaceAll('_', ' ') : value) ?? '';
}
