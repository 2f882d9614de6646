/** What the service is asked about a large sheet, but for its rows (upload-sheet.ts). */
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { PaneConnection } from '../../connect/use-connection.ts';
import type { ReadSheet } from '../../sheet/understand.ts';
import type { FlowPointer, SheetSource, UploadPointer } from '../../workbook/workbook-port.ts';
import { openRequest, publishRequest } from '../build-request.ts';

export type UploadChoices = Pick<UploadPointer, 'category' | 'withheld'>;

/** @throws ApiFailure */
export async function openSession(
  connection: PaneConnection,
  sheet: ReadSheet,
  choices: UploadChoices,
): Promise<UploadPointer> {
  const draft = {
    uploadId: '',
    sheetName: sheet.source.sheetName,
    range: sheet.source.range,
    headerIndex: sheet.headerIndex,
    headerRowCount: sheet.headerRowCount,
    fillsMerged: sheet.fills.length > 0,
    leavesOutStruck: sheet.leftOut.length > 0,
    totalRows: sheet.totalRows,
    startedAt: new Date().toISOString(),
    ...choices,
  };
  const opened = await fetchEndpoint(connection, endpoints.openUpload, { body: openRequest(sheet, draft) });
  return { ...draft, uploadId: opened.upload_id };
}

/** @throws ApiFailure; not of a session that is not there any more, which needs no discarding */
export async function discardSession(connection: PaneConnection, { uploadId }: UploadPointer): Promise<void> {
  try {
    await fetchEndpoint(connection, endpoints.discardUpload, { params: { upload_id: uploadId } });
  } catch (failure) {
    if (!(failure instanceof ApiFailure) || (failure.status !== 404 && failure.status !== 410)) throw failure;
  }
}

/**
 * Headers it was opened with, until when what has arrived is kept, and its import if it was published although the answer
 * was lost.
 *
 * @throws ApiFailure
 */
export async function findSession(
  connection: PaneConnection,
  { uploadId }: UploadPointer,
): Promise<{ columns: string[]; keptUntil: string; published: FlowPointer | null }> {
  const upload = await fetchEndpoint(connection, endpoints.getUpload, { params: { upload_id: uploadId } });
  const { columns, data_import_id, expires_at: keptUntil } = upload;
  if (upload.state !== 'published') return { columns, keptUntil, published: null };
  const dataImport = await fetchEndpoint(connection, endpoints.getImport, { params: { data_import_id } });
  return { columns, keptUntil, published: { flowId: dataImport.flow_id, dataImportId: dataImport.data_import_id } };
}

/** The upload's id is the attempt's key: publishing twice answers the same import. @throws ApiFailure */
export async function publish(
  connection: PaneConnection,
  sheet: ReadSheet,
  pointer: UploadPointer,
): Promise<FlowPointer> {
  const stored = await fetchEndpoint(connection, endpoints.storeImport, {
    body: publishRequest(sheet, pointer),
    idempotencyKey: pointer.uploadId,
  });
  return { flowId: stored.flow_id, dataImportId: stored.data_import_id };
}

/** Whether the rows of this source are what an interrupted upload was sending. */
export function isSourceOf(source: SheetSource, pointer: UploadPointer): boolean {
  return source.sheetName === pointer.sheetName && source.range === pointer.range;
}
