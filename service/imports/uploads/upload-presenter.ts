import type { Upload } from '#shared/schemas/upload.schema.ts';
import type { UploadSessionDocument } from '../../models/upload-session.model.ts';
import { arrivedRows } from './arrived-rows.ts';

/** The chunks of a published session are forgotten: all its rows have arrived. */
export function presentUpload(session: UploadSessionDocument): Upload {
  const isPublished = session.state === 'published';
  const { received, missing } = arrivedRows(session.chunks, session.total_rows);
  return {
    upload_id: session._id,
    data_import_id: session.data_import_id,
    state: isPublished ? 'published' : 'open',
    columns: session.columns.map(({ header }) => header),
    received_rows: isPublished ? session.total_rows : received,
    total_rows: session.total_rows,
    missing: isPublished ? [] : missing.map(({ firstRow, rows }) => ({ first_row: firstRow, rows })),
    expires_at: session.expires_at.toISOString(),
  };
}
