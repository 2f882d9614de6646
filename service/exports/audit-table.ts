import type { AuditEventDocument } from '../models/audit-event.model.ts';
import type { ExportCell, ExportTable } from './export-table.ts';
import { BETWEEN } from './export-values.ts';

/** One act a row: when, who by which key, what, on what, of whom. */
export function auditTable(batches: AsyncIterable<readonly AuditEventDocument[]>): ExportTable {
  async function* rows(): AsyncGenerator<ExportCell[][]> {
    for await (const events of batches) yield events.map(auditRow);
  }
  const headers = ['at', 'actor', 'key_id', 'action', 'subject', 'client', 'engagement', 'details', 'event_id'];
  return { title: 'Audit log', headers, rows: rows() };
}

function auditRow(event: AuditEventDocument): ExportCell[] {
  const details = Object.entries(event.details).filter(([, value]) => value !== null && value !== '');
  return [
    { iso: event.at.toISOString() },
    event.actor,
    event.actor_key_id ?? null,
    event.action,
    event.subject,
    event.client_account_id,
    event.engagement_id,
    details.map(([name, value]) => `${name}: ${value}`).join(BETWEEN),
    event._id,
  ];
}
