import { z } from 'zod';
import { dateSystems } from '../excel-dates.ts';
import { IDEMPOTENCY_KEY_MAX_CHARACTERS, SHEET_MAX_COLUMNS, SHEET_MAX_ROWS } from '../limits.ts';
import { importCategories, importStatuses } from '../statuses.ts';
import { cellSchema, type Cell } from './cell.schema.ts';
import { idSchema, pageQuerySchema, textSchema, timeSchema } from './common.schema.ts';

export const importMetadataSchema = z.strictObject({
  filename: textSchema(255).min(1),
  size: z.number().int().min(0).describe('Bytes'),
  type: textSchema(255).describe('MIME type'),
  sheet_name: textSchema(255).optional(),
  range: textSchema(255).optional().describe('What was read, header included: A1:N3504'),
  header_row: z
    .number()
    .int()
    .min(0)
    .max(SHEET_MAX_ROWS)
    .optional()
    .describe('Sheet row of the header, from 1: the row before the first record; 0 where that is the first row'),
  date_system: z.enum(dateSystems).optional(),
  filled_columns: z
    .array(
      z
        .int()
        .min(0)
        .max(SHEET_MAX_COLUMNS - 1),
    )
    .max(SHEET_MAX_COLUMNS)
    .optional()
    .describe('Columns, from 0, in which the value of a merged cell was written into each row it stands over'),
});
export type ImportMetadata = z.infer<typeof importMetadataSchema>;

export const uploadContextSchema = z.strictObject({
  intended_type: z.enum(importCategories),
  validation_upload_id: textSchema(IDEMPOTENCY_KEY_MAX_CHARACTERS)
    .optional()
    .describe('Names the attempt when there is no Idempotency-Key header'),
  upload_timestamp: z.iso.datetime({ offset: true }),
});

/**
 * Rows are checked cell by cell by ImportValidator, which reports every problem with its row and column; here they only
 * have to be arrays. `z.record` is avoided on purpose: it loses a header called `__proto__`.
 */
export const sheetRowsSchema = z
  .custom<Cell[][]>((rows) => Array.isArray(rows), 'Send an array of rows, each an array of cells.')
  .meta({ type: 'array', items: { type: 'array', items: z.toJSONSchema(cellSchema, { io: 'input' }) } });
const fileDataSchema = z.custom<Record<string, Cell>[]>(
  (rows) => Array.isArray(rows),
  'Send an array of objects, one a row.',
);

export const storeImportRequestSchema = z
  .strictObject({
    file_data: fileDataSchema.optional().meta({
      description: 'One object a row, keyed by header; headers that are whole numbers become the first columns',
      type: 'array',
      items: { type: 'object' },
    }),
    sheet: z
      .strictObject({
        columns: z.array(z.string()).max(SHEET_MAX_COLUMNS),
        rows: sheetRowsSchema,
      })
      .optional()
      .describe('The exact form: headers once, rows as cell arrays; keeps doubled and odd headers'),
    upload_id: idSchema.optional().describe('The rows were sent in an upload session, which this publishes'),
    metadata: importMetadataSchema,
    upload_context: uploadContextSchema,
  })
  .refine((body) => [body.file_data, body.sheet, body.upload_id].filter((part) => part !== undefined).length === 1, {
    message: 'Send exactly one of file_data, sheet and upload_id.',
    path: ['sheet'],
  });
export type StoreImportRequest = z.infer<typeof storeImportRequestSchema>;

export const storeImportResponseSchema = z.strictObject({
  success: z.literal(true),
  data_import_id: idSchema,
  flow_id: idSchema,
  status: z.literal('discovery_initiated'),
  records_stored: z.int(),
  field_mappings_count: z.int(),
  message: z.string(),
});
export type StoreImportResponse = z.infer<typeof storeImportResponseSchema>;

const columnSchema = z.strictObject({
  index: z.int().min(0),
  header: z.string().describe('Exactly as in the sheet'),
  key: z.string().describe('The key of this column in raw_data: the header, made unique where it is doubled or empty'),
});

export const importSummarySchema = z.strictObject({
  data_import_id: idSchema,
  flow_id: idSchema,
  status: z.enum(importStatuses),
  filename: z.string(),
  sheet_name: z.string().nullable(),
  total_records: z.int(),
  intended_type: z.enum(importCategories),
  imported_by: z.string(),
  withdrawn_at: timeSchema.nullable().describe('When the import was taken back'),
  raw_removed_at: timeSchema
    .nullable()
    .describe('When its raw records were removed, the retention time after the withdrawal; null: they are kept'),
  created_at: timeSchema,
});

export const importDetailSchema = importSummarySchema.extend({
  columns: z.array(columnSchema),
  size: z.int(),
  type: z.string(),
  range: z.string().nullable(),
  header_row: z.int().nullable(),
  date_system: z.enum(dateSystems).nullable(),
  filled_columns: z.array(z.int()).describe('Columns in which merged cells were filled down before they were sent'),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;
export type ImportDetail = z.infer<typeof importDetailSchema>;

export const importParamsSchema = z.strictObject({ data_import_id: idSchema });

export const recordsQuerySchema = pageQuerySchema.extend({
  limit: pageQuerySchema.shape.limit.describe('At most so many rows; a page of large ones ends earlier'),
  cursor: z
    .string()
    .regex(/^\d{1,7}$/, 'Send the next_cursor of the page before.')
    .optional(),
  row_number: z.coerce.number().int().min(1).optional().describe('Only this row, from 1'),
});

/** `raw_data` is keyed by column key; z.record would lose `__proto__`, so it is checked to be an object only. */
export const rawRecordSchema = z.strictObject({
  row_number: z.int().positive(),
  raw_data: z
    .custom<Record<string, Cell>>((value) => typeof value === 'object' && value !== null)
    .meta({ type: 'object', description: 'Cells keyed by column key' }),
});
export type RawRecord = z.infer<typeof rawRecordSchema>;
