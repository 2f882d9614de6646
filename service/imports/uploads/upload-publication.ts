import { isDeepStrictEqual } from 'node:util';
import type { ImportMetadata } from '#shared/schemas/import.schema.ts';
import { PROBLEMS_LISTED_MAX } from '#shared/limits.ts';
import { countOf, formatNumber } from '#shared/format.ts';
import type { UploadSessionDocument } from '../../models/upload-session.model.ts';
import { AppError } from '../../platform/app-error.ts';
import type { ValidAttempt, ValidImport } from '../import-validator.ts';
import type { RawRecords } from '../raw-records.ts';
import { arrivedRows } from './arrived-rows.ts';
import type { UploadSessions } from './upload-sessions.ts';

/** Metadata that cell addresses and dates are computed from: it must be that of the reading of the rows. */
const READ_WITH = [
  'sheet_name',
  'range',
  'header_row',
  'date_system',
  'filled_columns',
] as const satisfies (keyof ImportMetadata)[];

/** Turns an upload whose every row arrived into an import that can be stored like any other. Writes nothing. */
export class UploadPublication {
  private readonly deps: { sessions: UploadSessions; rawRecords: RawRecords };

  constructor(dependencies: UploadPublication['deps']) {
    this.deps = dependencies;
  }

  /**
   * @param sampleRows how many rows the first suggestions are made from
   * @throws AppError upload_incomplete that lists the missing rows; upload_mismatch; and those of UploadSessions.getOpen
   */
  async prepare(valid: ValidAttempt, uploadId: string, sampleRows: number): Promise<ValidImport> {
    const session = await this.deps.sessions.getOpen(valid.tenant, uploadId);
    assertSameSheet(session, valid.request.metadata);
    await this.assertComplete(session);
    return {
      ...valid,
      columns: session.columns,
      rows: await this.deps.rawRecords.readStaged(session.data_import_id, Math.min(sampleRows, session.total_rows)),
      totalRows: session.total_rows,
      upload: { uploadId, dataImportId: session.data_import_id },
    };
  }

  /**
   * Every row exactly once: the stored chunks cover the sheet and share no row. Rows are acknowledged by a majority before
   * their chunk counts as stored, and nobody takes rows from a stored chunk of an open session (decision 0021); so they
   * need not be counted, which took .3 s a million. The ends of every chunk are looked at all the same.
   */
  private async assertComplete(session: UploadSessionDocument): Promise<void> {
    const { received, missing } = arrivedRows(session.chunks, session.total_rows);
    if (missing.length > 0) throw incomplete(session, received, missing);
    const ends = session.chunks.flatMap((chunk) => [chunk.first_row, chunk.last_row]);
    if (await this.deps.rawRecords.hasStaged(session.data_import_id, ends)) return;
    throw new AppError(
      'upload_incomplete',
      `Rows are not in the database although all were acknowledged. Discard the upload and send the sheet again.`,
    );
  }
}

function incomplete(
  session: UploadSessionDocument,
  received: number,
  missing: ReturnType<typeof arrivedRows>['missing'],
): AppError {
  const problems = missing.slice(0, PROBLEMS_LISTED_MAX).map(({ firstRow, rows }) => ({
    code: 'missing_rows',
    field: 'rows',
    row: firstRow,
    column: null,
    message: `Rows ${firstRow} to ${firstRow + rows - 1} have not arrived.`,
  }));
  return new AppError(
    'upload_incomplete',
    `${formatNumber(received)} of ${countOf(session.total_rows, 'row')} arrived; nothing was published. Send the missing rows and publish again.`,
    { problems, problems_total: missing.length },
  );
}

function assertSameSheet(session: UploadSessionDocument, metadata: ImportMetadata): void {
  const problems = READ_WITH.filter((name) => !isDeepStrictEqual(session.metadata[name], metadata[name])).map(
    (name) => ({
      code: 'other_sheet',
      field: `metadata.${name}`,
      row: null,
      column: null,
      message: `The upload was opened with ${JSON.stringify(session.metadata[name] ?? null)}.`,
    }),
  );
  if (problems.length === 0) return;
  throw new AppError(
    'upload_mismatch',
    'The rows of this upload were read from another sheet or range than metadata says; nothing was published.',
    { problems, problems_total: problems.length },
  );
}
