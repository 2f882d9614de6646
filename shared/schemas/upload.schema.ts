import { z } from 'zod';
import { SHEET_MAX_COLUMNS, UPLOAD_MAX_CHUNKS, UPLOAD_MAX_ROWS } from '../limits.ts';
import { uploadStates } from '../statuses.ts';
import { idSchema, timeSchema } from './common.schema.ts';
import { importMetadataSchema, sheetRowsSchema, uploadContextSchema } from './import.schema.ts';

/** Opens a session for a sheet whose rows follow in chunks. */
export const openUploadRequestSchema = z.strictObject({
  columns: z.array(z.string()).max(SHEET_MAX_COLUMNS).describe('Headers in sheet order'),
  total_rows: z.number().int().min(1).max(UPLOAD_MAX_ROWS).describe('Data rows that will be sent, header not counted'),
  metadata: importMetadataSchema,
  upload_context: uploadContextSchema,
});
export type OpenUploadRequest = z.infer<typeof openUploadRequestSchema>;

export const openedUploadSchema = z.strictObject({
  upload_id: idSchema,
  chunk_max_bytes: z.int().describe('Largest chunk, bytes of JSON after content decoding'),
  expires_at: timeSchema,
});
export type OpenedUpload = z.infer<typeof openedUploadSchema>;

export const uploadParamsSchema = z.strictObject({ upload_id: idSchema });

export const chunkParamsSchema = uploadParamsSchema.extend({
  n: z.coerce
    .number()
    .int()
    .min(0)
    .max(UPLOAD_MAX_CHUNKS - 1)
    .describe('Number of the chunk, from 0, in any order'),
});

export const chunkRequestSchema = z.strictObject({
  first_row: z.number().int().min(1).max(UPLOAD_MAX_ROWS).describe('row_number of the first row, from 1'),
  rows: sheetRowsSchema,
});
export type ChunkRequest = z.infer<typeof chunkRequestSchema>;

export const storedChunkSchema = z.strictObject({
  upload_id: idSchema,
  chunk: z.int().min(0),
  first_row: z.int().positive(),
  rows: z.int().positive(),
  was_stored_before: z.boolean().describe('The same chunk had arrived already; nothing was written'),
  expires_at: timeSchema,
});
export type StoredChunk = z.infer<typeof storedChunkSchema>;

const missingRowsSchema = z.strictObject({ first_row: z.int().positive(), rows: z.int().positive() });

export const uploadSchema = z.strictObject({
  upload_id: idSchema,
  data_import_id: idSchema.describe('Id of the import to be; it answers 404 until the upload is published'),
  state: z.enum(uploadStates),
  columns: z.array(z.string()).describe('Headers in sheet order, as the upload was opened with them'),
  received_rows: z.int().min(0),
  total_rows: z.int().positive(),
  missing: z.array(missingRowsSchema).describe('Row ranges that have not arrived, in sheet order'),
  expires_at: timeSchema.describe('Renewed by every stored chunk'),
});
export type Upload = z.infer<typeof uploadSchema>;

export const discardedUploadSchema = z.strictObject({ upload_id: idSchema, state: z.literal('discarded') });
