import { ownedBy, type Tenant } from '../access/tenant.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import { duePhase, initialPhases, notApproved, state } from './flow-progress.ts';

/** What a new flow is made for. */
export interface FlowSubject {
  flowId: string;
  tenant: Tenant;
  dataImportId: string;
  filename: string;
  sheetName: string | null;
  totalRecords: number;
  createdBy: string;
}

/** A flow as it begins: its first phase is due at once. */
export function newFlow(
  subject: FlowSubject,
  now: Date,
  of: { maxAttempts: number; partitionRows: number },
): FlowDocument {
  return {
    _id: subject.flowId,
    ...ownedBy(subject.tenant),
    flow_type: 'discovery',
    data_import_id: subject.dataImportId,
    ...state('initialized'),
    current_phase: 'data_validation',
    phases: initialPhases(subject.totalRecords, now),
    due: duePhase('data_validation', now, of.maxAttempts),
    progress_percentage: 0,
    error: null,
    filename: subject.filename,
    sheet_name: subject.sheetName,
    total_records: subject.totalRecords,
    partition_rows: of.partitionRows,
    ...notApproved,
    withdrawal: null,
    rebuild: null,
    created_by: subject.createdBy,
    created_at: now,
    updated_at: now,
    revision: 1,
  };
}
