import { createHash } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import type { ProblemItem } from '#shared/api-error.ts';
import { buildColumns, type Column } from '#shared/column-keys.ts';
import {
  CELL_MAX_CHARACTERS,
  IDEMPOTENCY_KEY_MAX_CHARACTERS,
  PROBLEMS_LISTED_MAX,
  ONE_SHOT_MAX_ROWS,
} from '#shared/limits.ts';
import { cellSchema, type Cell } from '#shared/schemas/cell.schema.ts';
import type { StoreImportRequest } from '#shared/schemas/import.schema.ts';
import { selectTenant, type Principal, type RequestedContext } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import { AppError } from '../platform/app-error.ts';
import { readSheetInput } from './sheet-input.ts';

/** One attempt to store an import, as it came in. */
export interface StoreAttempt {
  principal: Principal;
  context: RequestedContext;
  idempotencyKey: string | undefined;
  request: StoreImportRequest;
}

/** An attempt whose every part was checked. */
export interface ValidImport {
  principal: Principal;
  tenant: Tenant;
  idempotencyKey: string;
  /** SHA-256 of the request, hex. */
  requestHash: string;
  columns: Column[];
  rows: readonly (readonly Cell[])[];
  request: Omit<StoreImportRequest, 'sheet' | 'file_data'>;
}

/** Checks context, key, headers and rows, and reports every problem at once; knows the rule of one open flow a tenant. */
export class ImportValidator {
  private readonly flows: TenantCollection<FlowDocument>;

  constructor(flows: TenantCollection<FlowDocument>) {
    this.flows = flows;
  }

  /** @throws AppError payload_too_large; import_rejected with all problems; forbidden when the key is not granted the context */
  validate(attempt: StoreAttempt): ValidImport {
    const problems = new ProblemList();
    const selected = selectTenant(attempt.principal, attempt.context);
    if ('problems' in selected)
      for (const problem of selected.problems) problems.add({ code: 'missing_context', ...problem });
    const idempotencyKey = checkIdempotencyKey(attempt, problems);
    const input = readSheetInput(attempt.request);
    assertFitsOneTransaction(input.rows.length);
    checkHeaders(input.headers, input.field, problems);
    checkRows(input.rows, input.headers, input.field, problems);
    problems.throwIfAny();
    if (!('tenant' in selected)) throw new AppError('internal_error', 'The context was neither selected nor refused.');
    const { sheet, file_data, ...request } = attempt.request;
    return {
      principal: attempt.principal,
      tenant: selected.tenant,
      idempotencyKey,
      requestHash: createHash('sha256').update(JSON.stringify(attempt.request)).digest('hex'),
      columns: buildColumns(input.headers),
      rows: input.rows as readonly Cell[][],
      request,
    };
  }

  /** @throws AppError open_flow_exists that names the open flow and what can be done */
  async assertNoOpenFlow(tenant: Tenant, session?: ClientSession): Promise<void> {
    const open = await this.flows.find(tenant, { is_open: true }, session);
    if (open === null) return;
    const detail = `"${open.filename}" is still open for this client account and engagement (${open.status}). Continue it, or delete it and import again; its raw data is kept.`;
    throw new AppError('open_flow_exists', detail, {
      existing_flow: {
        flow_id: open._id,
        data_import_id: open.data_import_id,
        status: open.status,
        current_phase: open.current_phase,
        progress_percentage: open.progress_percentage,
        filename: open.filename,
        last_activity: open.updated_at.toISOString(),
      },
      actions: ['continue', 'delete'],
    });
  }
}

/** Collects problems; keeps counting when the list is full. */
class ProblemList {
  private readonly listed: ProblemItem[] = [];
  private total = 0;

  add(problem: Omit<ProblemItem, 'row' | 'column'> & { row?: number; column?: number }): void {
    this.total += 1;
    if (this.listed.length < PROBLEMS_LISTED_MAX)
      this.listed.push({ ...problem, row: problem.row ?? null, column: problem.column ?? null });
  }

  throwIfAny(): void {
    if (this.total === 0) return;
    const detail =
      this.total === 1 ? (this.listed[0]?.message ?? '') : `${this.total} problems were found; nothing was stored.`;
    throw new AppError('import_rejected', detail, { problems: this.listed, problems_total: this.total });
  }
}

function checkIdempotencyKey(attempt: StoreAttempt, problems: ProblemList): string {
  const key = attempt.idempotencyKey ?? attempt.request.upload_context.validation_upload_id ?? '';
  if (key === '') {
    problems.add({
      code: 'missing_idempotency_key',
      field: 'Idempotency-Key',
      message:
        'Send an Idempotency-Key header or upload_context.validation_upload_id, so that a repeated request cannot import twice.',
    });
  } else if (key.length > IDEMPOTENCY_KEY_MAX_CHARACTERS) {
    problems.add({
      code: 'idempotency_key_too_long',
      field: 'Idempotency-Key',
      message: `Use at most ${IDEMPOTENCY_KEY_MAX_CHARACTERS} characters.`,
    });
  }
  return key;
}

function checkHeaders(headers: readonly string[], field: string, problems: ProblemList): void {
  if (headers.every((header) => header.trim() === '')) {
    problems.add({
      code: 'no_header',
      field: `${field}.columns`,
      message: 'No column has a header. Choose the row that holds the headers.',
    });
  }
  headers.forEach((header, index) => {
    const column = index + 1;
    if (header.length > CELL_MAX_CHARACTERS)
      problems.add({
        code: 'header_too_long',
        field: `${field}.columns`,
        column,
        message: `This header has more than ${CELL_MAX_CHARACTERS} characters.`,
      });
    if (header.includes('\u0000'))
      problems.add({
        code: 'nul_character',
        field: `${field}.columns`,
        column,
        message: 'Remove the NUL character from this header.',
      });
  });
}

function checkRows(rows: readonly unknown[], headers: readonly string[], field: string, problems: ProblemList): void {
  if (rows.length === 0)
    problems.add({
      code: 'no_rows',
      field: `${field}.rows`,
      message: 'There is no row below the header. Select the data too.',
    });
  rows.forEach((cells, index) => {
    const row = index + 1;
    if (!Array.isArray(cells)) {
      problems.add({
        code: 'not_a_row',
        field: `${field}.rows`,
        row,
        message: 'This row is neither an object nor an array of cells.',
      });
      return;
    }
    if (cells.length !== headers.length) {
      const column = Math.min(cells.length, headers.length) + 1;
      problems.add({
        code: 'ragged_row',
        field: `${field}.rows`,
        row,
        column,
        message: `This row has ${cells.length} cells, the header has ${headers.length}. Fill up or cut the row.`,
      });
    }
    cells.forEach((cell: unknown, at) => {
      const message = cellProblem(cell);
      if (message !== null)
        problems.add({ code: 'bad_cell', field: headers[at] ?? `${field}.rows`, row, column: at + 1, message });
    });
  });
}

/** Plain cells are checked by hand: a schema a cell would take longer than storing the sheet. */
function cellProblem(cell: unknown): string | null {
  if (typeof cell === 'string') {
    if (cell.length > CELL_MAX_CHARACTERS)
      return `This text has ${cell.length} characters; Excel holds at most ${CELL_MAX_CHARACTERS} in a cell.`;
    return cell.includes('\u0000') ? 'Remove the NUL character.' : null;
  }
  if (cell === null || typeof cell === 'boolean') return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? null : 'This number is not finite.';
  const parsed = cellSchema.safeParse(cell);
  return parsed.success ? null : 'Send a string, number, boolean, null, or a date or error cell.';
}

function assertFitsOneTransaction(rows: number): void {
  if (rows <= ONE_SHOT_MAX_ROWS) return;
  const [sent, most] = [rows.toLocaleString('en-US'), ONE_SHOT_MAX_ROWS.toLocaleString('en-US')];
  throw new AppError(
    'payload_too_large',
    `The sheet has ${sent} rows; a one-shot import takes ${most}. Larger sheets need an upload session, which this version does not have yet: import fewer rows at a time.`,
  );
}
