import { z } from 'zod';
import { ASSET_LISTED_MAX, ASSETS_COUNTED_MAX, NAME_CURSOR_MAX } from '../limits.ts';
import { assetChangeKinds, assetClasses, assetSorts, componentKinds, environments } from '../statuses.ts';
import { idSchema, pageQuerySchema, textSchema, timeSchema } from './common.schema.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const structured = z.record(z.string(), z.union([scalar, z.null()]));

/** A cleansed value: dates as ISO text; several values of one cell as a list; a system, an amount, a name as an object. */
const cleansedValueSchema = z.union([scalar, structured, z.array(z.union([scalar, structured]))]);

/** The place of a value; facts that its import no longer says are null. */
export const cellPlaceSchema = z.strictObject({
  data_import_id: idSchema,
  filename: z.string().nullable().describe('null when the import is gone'),
  sheet_name: z.string().nullable(),
  row_number: z.int(),
  column_index: z.int(),
  source_field: z.string().nullable().describe('Header of the column'),
  address: z.string().nullable().describe('vInfo!B7; null when the import came without a range'),
});
export type CellPlaceView = z.infer<typeof cellPlaceSchema>;

/** A value and the very cell it came from. */
export const tracedValueSchema = z.strictObject({
  value: cleansedValueSchema,
  raw: z.string().describe('The cell as a person reads it'),
  rule: z.string().describe('The cleansing rule that read the cell'),
  ...cellPlaceSchema.shape,
  decided_by: z.string().nullable().describe('Who decided that this value counts; null: the rules did'),
});
export type TracedValue = z.infer<typeof tracedValueSchema>;

export const tracedFieldSchema = z.strictObject({ field: z.string(), values: z.array(tracedValueSchema) });

export const assetSummarySchema = z.strictObject({
  asset_id: idSchema,
  name: z.string(),
  asset_class: z.enum(assetClasses),
  class_rule: z.string(),
  values: z.array(z.strictObject({ field: z.string(), values: z.array(cleansedValueSchema) })),
  component_count: z.int(),
  source_count: z.int(),
  first_import_id: idSchema,
  last_import_id: idSchema,
  updated_at: timeSchema.describe('When the newest import that lists it was made, whether it changed a value or not'),
});
export type AssetSummary = z.infer<typeof assetSummarySchema>;

const FIRST_OF = `The first ${ASSET_LISTED_MAX}`;

export const assetComponentSchema = z.strictObject({
  kind: z.enum(componentKinds),
  label: z.string(),
  values: z.array(tracedFieldSchema),
});
export type AssetComponentView = z.infer<typeof assetComponentSchema>;

/** With it, record 1 stands in the row below. */
export const headerRowSchema = z
  .int()
  .nullable()
  .describe('Sheet row of the header; null when the import is gone or came without a range');

export const assetSourceSchema = z.strictObject({
  data_import_id: idSchema,
  flow_id: idSchema.nullable().describe('null when the import is gone'),
  filename: z.string().nullable(),
  sheet_name: z.string().nullable(),
  imported_at: timeSchema,
  row_numbers: z.array(z.int()).describe(`${FIRST_OF}; the records of the asset have all`),
  row_count: z.int(),
  header_row: headerRowSchema,
  asset_class: z.enum(assetClasses),
  class_rule: z.string(),
  keys: z.array(z.string()),
  decided_by: z.string().nullable().describe('Who decided that its records are of this asset; null: the rules did'),
});
export type AssetSourceView = z.infer<typeof assetSourceSchema>;

/** An import by which something changed. */
const changingImportSchema = z.strictObject({
  data_import_id: idSchema,
  filename: z.string().nullable().describe('null when the import is gone'),
  sheet_name: z.string().nullable(),
});

export const assetDetailSchema = assetSummarySchema.omit({ values: true }).extend({
  keys: z.array(z.string()).describe('What later imports find the asset by'),
  values: z.array(tracedFieldSchema),
  last_changes: z
    .array(z.strictObject({ field: z.string(), before: z.array(tracedValueSchema), changed_by: changingImportSchema }))
    .describe('Of each field that had another value: which, and the import since which it has not'),
  namesake: z
    .strictObject({ asset_id: idSchema, is_newer: z.boolean(), changed_by: changingImportSchema })
    .nullable()
    .describe(
      'Another asset of the same name and class, which a sheet listed for the first time when it listed the older of the two no longer: probably the same machine with another serial number',
    ),
  components: z.array(assetComponentSchema).describe(`${FIRST_OF} of component_count; its components have all`),
  sources: z.array(assetSourceSchema).describe(`${FIRST_OF} of source_count; its sources have all`),
});
export type AssetDetail = z.infer<typeof assetDetailSchema>;

export const assetParamsSchema = z.strictObject({ asset_id: idSchema });

/** Where one record of an asset stands. */
export const assetRecordSchema = z.strictObject({ data_import_id: idSchema, row_number: z.int() });
export type AssetRecordView = z.infer<typeof assetRecordSchema>;

export const assetRecordsQuerySchema = pageQuerySchema.extend({
  data_import_id: idSchema.optional().describe('Only those of this import'),
});

/** Which assets are meant. */
export const assetFilterSchema = z.strictObject({
  class: z.enum(assetClasses).optional(),
  search: textSchema(200)
    .optional()
    .describe(
      'A whole key such as ip:10.0.0.1, or an address, serial number or id such as a UUID alone, if an asset has it, else a part of a name',
    ),
  environment: z
    .enum([...environments, 'none'])
    .optional()
    .describe('none: no import says it'),
  data_import_id: idSchema.optional().describe('Assets this import is a source of'),
});
export type AssetFilterQuery = z.output<typeof assetFilterSchema>;

export const assetFileQuerySchema = assetFilterSchema.extend({
  headers: z
    .enum(['words', 'names'])
    .optional()
    .describe(
      'words, if absent: headers as people read them, and only fields that columns of the imports were read as; names: the names of the fields, all of the catalogue, empty or not',
    ),
});
export type AssetFileQuery = z.output<typeof assetFileQuerySchema>;

export const assetsQuerySchema = pageQuerySchema.extend({
  ...assetFilterSchema.shape,
  cursor: z.string().max(NAME_CURSOR_MAX).optional().describe('The next_cursor of the page before, in the same order'),
  sort: z
    .enum(assetSorts)
    .optional()
    .describe('name: upper and lower case are the same; -name: the other way; without it in order of ids'),
});

export const assetCountSchema = z.strictObject({
  count: z.int(),
  has_more: z
    .boolean()
    .describe(
      `With a filter assets are counted to ${ASSETS_COUNTED_MAX.toLocaleString('en-US')}; true: there are more`,
    ),
});
export type AssetCount = z.infer<typeof assetCountSchema>;

export const assetChangesQuerySchema = pageQuerySchema.extend({ kind: z.enum(assetChangeKinds).optional() });

export const assetChangeSchema = z.strictObject({
  kind: z.enum(assetChangeKinds),
  asset_id: idSchema.nullable().describe('null for held records'),
  conflict_id: idSchema.nullable(),
  name: z.string(),
  asset_class: z.enum(assetClasses),
  row_numbers: z.array(z.int()).describe('The first 50'),
  row_count: z.int(),
  changes: z.array(
    z.strictObject({ field: z.string(), before: z.array(tracedValueSchema), after: z.array(tracedValueSchema) }),
  ),
  decided_by: z.string().nullable(),
  last_listed_by: changingImportSchema
    .nullable()
    .describe('Of a missing asset: the import of the same sheet that listed it last; names are null when it is gone'),
  namesake_id: idSchema
    .nullable()
    .describe('Of a missing asset: one that the import lists for the first time, of the same name and class'),
  value_count: z.int().nullable().describe('Of a created asset: how many fields the import has a value of'),
});
export type AssetChangeView = z.infer<typeof assetChangeSchema>;

export const withdrawalPreviewSchema = z.strictObject({
  data_import_id: idSchema,
  assets_removed: z.int().describe('Assets no other import speaks of'),
  assets_restored: z.int().describe('Assets that stay, as their other imports have them'),
  values_restored: z.int().describe('Values of those that change'),
  values_are_exact: z.boolean().describe('false: of the first 20,000 assets only'),
  edges: z.int(),
  findings: z.int(),
  raw_kept_days: z.int().nullable().describe('How long raw records stay stored afterwards; null: for ever'),
  learned_mappings: z.int().describe('Kept unless they are forgotten on request'),
  learned_decisions: z.int().describe('Remembered decisions on held records made in it; kept or forgotten likewise'),
});
export type WithdrawalPreview = z.infer<typeof withdrawalPreviewSchema>;
