import { z } from 'zod';
import { DECISIONS_MAX } from '../limits.ts';
import { assetClasses, conflictActions, conflictStates, flowStatuses } from '../statuses.ts';
import { assetChangeSchema, headerRowSchema, tracedFieldSchema, tracedValueSchema } from './asset.schema.ts';
import { idSchema, pageQuerySchema, timeSchema, namedOnce } from './common.schema.ts';

const versionSchema = z.string().max(64);

export const conflictSchema = z.strictObject({
  conflict_id: idSchema,
  version: versionSchema.describe('Changes with the assets the records may be; to be sent with a decision'),
  kind: z.string().describe('By which keys the records meet, and what speaks against one thing: name:addresses'),
  reason: z.string(),
  row_numbers: z.array(z.int()).describe('The first 5,000; `row_count` has all'),
  row_count: z.int(),
  header_row: headerRowSchema,
  things: z
    .array(z.strictObject({ name: z.string(), row_numbers: z.array(z.int()), asset_id: idSchema.nullable() }))
    .describe('Records that are one thing each, as far as is known; the first 100'),
  candidates: z.array(
    z.strictObject({ asset_id: idSchema.nullable(), row_number: z.int().nullable(), name: z.string() }),
  ),
  differing: z.array(z.strictObject({ field: z.string(), options: z.array(tracedValueSchema) })),
  decision: z
    .strictObject({
      action: z
        .enum([...conflictActions, 'asked_again'])
        .describe('asked_again: closed without an answer, as a newer import of the sheet asks the same'),
      asset_id: idSchema.nullable(),
      fields: z.record(z.string(), z.int().nullable()),
      decided_by: z.string().describe('With asked_again, the file of the newer import'),
      decided_at: timeSchema,
      rule_id: idSchema.nullable().describe('The remembered rule that decided'),
      asked_by_import_id: idSchema.nullable().describe('With asked_again, the newer import'),
    })
    .nullable(),
});
export type ConflictView = z.infer<typeof conflictSchema>;

/** The import whose records are held, and where its flow stands. */
const conflictOriginSchema = z.strictObject({
  data_import_id: idSchema,
  flow_id: idSchema,
  filename: z.string(),
  sheet_name: z.string().nullable(),
  flow_status: z.enum(flowStatuses),
});
export type ConflictOrigin = z.infer<typeof conflictOriginSchema>;

export const heldCaseSchema = conflictSchema.extend({ origin: conflictOriginSchema });
export type HeldCase = z.infer<typeof heldCaseSchema>;

export const conflictsQuerySchema = pageQuerySchema.extend({
  state: z
    .enum(conflictStates)
    .optional()
    .describe('asked_again: neither open nor decided, as a newer import of the sheet asks the same'),
  data_import_id: idSchema.optional().describe('Records of this import only'),
});

export const conflictCountsSchema = z.strictObject({
  open: z.int(),
  decided: z.int(),
  awaiting_rebuild: z.int().describe('Decisions that changed assets since dependencies and debts were last derived'),
  imports: z.array(conflictOriginSchema.extend({ open: z.int(), decided: z.int() })).describe('Those that have any'),
});

/** One of the things that meet in a conflict: records of the import, or an asset of the inventory. */
const conflictSideSchema = z.strictObject({
  asset_id: idSchema.nullable().describe('null: records of the import'),
  row_numbers: z.array(z.int()).describe('Of records of the import'),
  name: z.string(),
  asset_class: z.enum(assetClasses),
  keys: z.array(z.string()).describe('What it is identified by, strongest first for records: serial:cz7712'),
  values: z.array(tracedFieldSchema),
});
export type ConflictSide = z.infer<typeof conflictSideSchema>;

export const conflictDetailSchema = heldCaseSchema.extend({
  sides: z.array(conflictSideSchema).describe('The records, then the assets they may be; the first 20 of each'),
});
export type ConflictDetail = z.infer<typeof conflictDetailSchema>;

export const conflictParamsSchema = z.strictObject({ flow_id: idSchema, conflict_id: idSchema });

export const decisionSchema = z.strictObject({
  action: z.enum(conflictActions),
  asset_id: idSchema.optional().describe('With merge: a candidate to merge into; absent: a new asset'),
  fields: z
    .record(z.string().regex(/^[a-z][a-z0-9_]{1,59}$/), z.int().positive().nullable())
    .optional()
    .describe('By field, the row whose value counts; null: the value the asset that is merged into has'),
  version: versionSchema
    .optional()
    .describe(
      'Of the conflict as it was read; without it, new assets are made only where nothing came that the records may be',
    ),
});
export type DecisionRequest = z.infer<typeof decisionSchema>;

const decisionsSchema = z
  .array(decisionSchema.extend({ conflict_id: idSchema }))
  .min(1)
  .max(DECISIONS_MAX)
  .superRefine(namedOnce('conflict_id'));

export const previewDecisionsRequestSchema = z.strictObject({ decisions: decisionsSchema });

export const decideConflictsRequestSchema = z.strictObject({
  decisions: decisionsSchema,
  remember: z.boolean().default(false).describe('Decide the same case the same way in later imports of the client'),
});

export const decideConflictsResponseSchema = z.strictObject({
  decided: z.int(),
  assets_written: z.int().describe('0 while the flow waits with its preview: then they are decided when it is applied'),
});

export const decisionPreviewSchema = z.strictObject({
  changes: z.array(assetChangeSchema).describe('Assets as they would be created or changed'),
  is_kept_until_applied: z.boolean().describe('The flow waits with its preview: the decision is carried out with it'),
});
export type DecisionPreview = z.infer<typeof decisionPreviewSchema>;

/** The effect of many decisions, carried out one after the other. */
export const decisionsImpactSchema = z.strictObject({
  assets_created: z.int(),
  assets_changed: z.int().describe('Assets of the inventory some of whose values change'),
  values_changed: z.int().describe('Of those'),
  assets_unchanged: z.int().describe('Assets of the inventory that get one more source and keep their values'),
  is_kept_until_applied: z.boolean().describe('The flow waits with its preview: the decisions are carried out with it'),
});
export type DecisionsImpact = z.infer<typeof decisionsImpactSchema>;
