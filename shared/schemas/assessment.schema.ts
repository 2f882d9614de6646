import { z } from 'zod';
import { assetClasses, debtKinds, findingSeverities, supportStates, treatments, treatmentStates } from '../statuses.ts';
import { cellPlaceSchema } from './asset.schema.ts';
import { idSchema, pageQuerySchema, timeSchema } from './common.schema.ts';

const daySchema = z.iso.date().describe('ISO 8601 day');

const evidenceValueSchema = z.strictObject({
  field: z.string(),
  raw: z.string().describe('The cell as a person reads it'),
  ...cellPlaceSchema.shape,
});

const evidenceReleaseSchema = z.strictObject({
  family: z.string(),
  version: z.string(),
  security_until: daySchema.nullable(),
  extended_until: daySchema
    .nullable()
    .describe('Last day of extended updates: bought, or free where the note says LTS'),
  source: z.string().nullable(),
  as_of: daySchema.describe('When this date was last compared with its source'),
  is_weak: z.boolean().describe('The source is second-hand or doubtful'),
  note: z.string().nullable(),
});

const productStandingSchema = z.strictObject({
  field: z.string(),
  family: z.string(),
  product: z.string(),
  state: z.enum(supportStates),
  until: daySchema.nullable(),
  extended_until: daySchema.nullable(),
  reason: z.string(),
  missing: z.string().nullable().describe('What would have to be known'),
  values: z.array(evidenceValueSchema),
  releases: z.array(evidenceReleaseSchema),
});
export type ProductStandingView = z.infer<typeof productStandingSchema>;

const debtSchema = z.strictObject({
  kind: z.enum(debtKinds),
  severity: z.enum(findingSeverities),
  product: z.string().nullable(),
  message: z.string(),
  values: z.array(evidenceValueSchema),
  releases: z.array(evidenceReleaseSchema),
});

export const assessmentSchema = z.strictObject({
  asset_id: idSchema,
  asset_name: z.string(),
  asset_class: z.enum(assetClasses),
  products: z.array(productStandingSchema),
  debts: z.array(debtSchema),
  not_checked: z.array(z.strictObject({ check: z.string(), reason: z.string() })),
  treatment: z.enum(treatments).nullable(),
  treatment_state: z.enum(treatmentStates),
  reasons: z.array(z.string()),
  would_change: z.array(z.string()).describe('What would lead to another treatment'),
  missing_fields: z.array(z.string()).describe('What would have to be known for a suggestion'),
});
export type AssessmentView = z.infer<typeof assessmentSchema>;

export const assessedAssetParamsSchema = z.strictObject({ asset_id: idSchema });

export const assessmentFilterSchema = z.strictObject({
  kind: z.enum(debtKinds).optional(),
  treatment: z.enum(treatments).optional(),
  support_ends_from: z.iso.date().optional().describe('Security updates of one product end that day or later'),
  support_ends_by: z.iso.date().optional().describe('Security updates of the same product end that day or before'),
});
export type AssessmentFilter = z.output<typeof assessmentFilterSchema>;

export const assessmentsQuerySchema = pageQuerySchema.extend(assessmentFilterSchema.shape);

const counted = <Keys extends readonly [string, ...string[]]>(keys: Keys) => z.partialRecord(z.enum(keys), z.int());

const techDebtSummarySchema = z.strictObject({
  assets: z.int(),
  by_kind: counted(debtKinds).describe('Assets with at least one debt of the kind'),
  by_treatment: counted(treatments),
  by_treatment_state: counted(treatmentStates),
  operating_systems: counted([...supportStates, 'not_said']),
  assessed_for: daySchema.describe('The day support is judged for: when the last import was stored'),
  lifecycle_as_of: daySchema,
  lifecycle_age_days: z.int().describe('How old the lifecycle data was on that day'),
  flow_id: idSchema,
  data_import_id: idSchema,
  assessed_at: timeSchema,
});
export type TechDebtSummary = z.infer<typeof techDebtSummarySchema>;

/** null before the first assessment. */
export const techDebtSummaryAnswerSchema = z.strictObject({ summary: techDebtSummarySchema.nullable() });
