import type { ClientSession } from 'mongoose';
import { buildColumns, type Column } from '#shared/column-keys.ts';
import { isWithdrawing } from '#shared/is-withdrawing.ts';
import { IDEMPOTENCY_KEY_MAX_CHARACTERS, ONE_SHOT_MAX_ROWS } from '#shared/limits.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { StoreImportRequest } from '#shared/schemas/import.schema.ts';
import { selectTenant, type Principal, type RequestedContext } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { FlowDocument } from '../models/flow.model.ts';
import { AppError } from '../platform/app-error.ts';
import { ProblemList } from './problem-list.ts';
import { checkHeaders, checkRows } from './sheet-checks.ts';
import { readSheetInput } from './sheet-input.ts';

/** One attempt to store an import, as it came in. */
export interface StoreAttempt {
  principal: Principal;
  context: RequestedContext;
  idempotencyKey: string | undefined;
  request: StoreImportRequest;
  /** SHA-256 of the request's JSON as it came, hex. */
  requestHash: string;
}

/** An attempt whose context and key were checked. */
export interface ValidAttempt {
  principal: Principal;
  tenant: Tenant;
  idempotencyKey: string;
  requestHash: string;
  request: Pick<StoreImportRequest, 'metadata' | 'upload_context'>;
}

/** An attempt whose every part was checked. */
export interface ValidImport extends ValidAttempt {
  columns: Column[];
  /** All rows; of an upload only the first ones, for the suggestions: the rest is in the database. */
  rows: readonly (readonly Cell[])[];
  totalRows: number;
  /** The session whose rows this import is made of; null when they came with the request. */
  upload: { uploadId: string; dataImportId: string } | null;
}

/** Checks context, key, headers and rows, and reports every problem at once; knows the rule of one open flow a tenant. */
export class ImportValidator {
  private readonly flows: TenantCollection<FlowDocument>;

  constructor(flows: TenantCollection<FlowDocument>) {
    this.flows = flows;
  }

  /** @throws AppError payload_too_large; import_rejected with all problems; forbidden when the key is not granted the context */
  validate(attempt: StoreAttempt): ValidImport {
    const input = readSheetInput(attempt.request);
    const valid = this.validateAttempt(attempt, (problems) => {
      assertFitsOneTransaction(input.rows.length);
      const { headers, rows, fields } = input;
      checkHeaders(headers, fields.headers, problems);
      checkRows({ rows, headers, field: fields.rows, firstRow: 1 }, problems);
    });
    return {
      ...valid,
      columns: buildColumns(input.headers),
      rows: input.rows as readonly Cell[][],
      totalRows: input.rows.length,
      upload: null,
    };
  }

  /**
   * The problems of context and key, and those of `checkMore`, in one list.
   *
   * @throws AppError import_rejected with all problems; forbidden when the key is not granted the context
   */
  validateAttempt(attempt: StoreAttempt, checkMore: (problems: ProblemList) => void = () => undefined): ValidAttempt {
    const problems = new ProblemList();
    const selected = selectTenant(attempt.principal, attempt.context);
    if ('problems' in selected)
      for (const problem of selected.problems) problems.add({ code: 'missing_context', ...problem });
    const idempotencyKey = checkIdempotencyKey(attempt, problems);
    checkMore(problems);
    problems.throwIfAny();
    if (!('tenant' in selected)) throw new AppError('internal_error', 'The context was neither selected nor refused.');
    const { metadata, upload_context } = attempt.request;
    return {
      principal: attempt.principal,
      tenant: selected.tenant,
      idempotencyKey,
      requestHash: attempt.requestHash,
      request: { metadata, upload_context },
    };
  }

  /** @throws AppError open_flow_exists that names the open flow and the ways on */
  async assertNoOpenFlow(tenant: Tenant, session?: ClientSession): Promise<void> {
    const open = await this.flows.find(tenant, { is_open: true }, session);
    if (open === null) return;
    const isKept = isWithdrawing(open);
    const what = isKept
      ? 'It is being withdrawn. Continue it, and import again when it is done.'
      : 'Continue it, or delete it and import again; its raw data is kept.';
    const detail = `"${open.filename}" is still open for this client account and engagement (${open.status}). ${what}`;
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
      actions: isKept ? ['continue'] : ['continue', 'delete'],
    });
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

function assertFitsOneTransaction(rows: number): void {
  if (rows <= ONE_SHOT_MAX_ROWS) return;
  const [sent, most] = [rows.toLocaleString('en-US'), ONE_SHOT_MAX_ROWS.toLocaleString('en-US')];
  throw new AppError(
    'payload_too_large',
    `The sheet has ${sent} rows; a one-shot import takes ${most}. Send a larger sheet in an upload session: POST /data-import/uploads.`,
  );
}
