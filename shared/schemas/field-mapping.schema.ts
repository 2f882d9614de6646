import { z } from 'zod';
import { mappingStatuses, matchTypes } from '../statuses.ts';
import { cleansingChoiceSchema, cleansingQuestionSchema, sampleReadingSchema } from './cleansing.schema.ts';
import { idSchema, textSchema, timeSchema, namedOnce } from './common.schema.ts';

/** One thing that spoke for or against a suggestion. */
const mappingReasonSchema = z.strictObject({
  signal: z.string().describe('Which signal spoke: exact_name, alias, tokens, values …'),
  contribution: z.number().describe('What it added to or took from the score, in log-odds; 0: an explanation only'),
  text: z.string().describe('The same in words'),
});
export type MappingReason = z.infer<typeof mappingReasonSchema>;

const mappingCandidateSchema = z.strictObject({
  target_field: z.string(),
  confidence_score: z.number().min(0).max(1),
});
export type MappingCandidate = z.infer<typeof mappingCandidateSchema>;

/** One raw value of a column whose field has a closed vocabulary. */
const valueMappingSchema = z.strictObject({
  value: z.string().describe('As the cells have it'),
  count: z.int().describe('Cells with it'),
  target_value: z.string().nullable().describe('One of the allowed values; null: such cells say nothing'),
  confidence_score: z.number().min(0).max(1).describe('1 beside null: such cells count as blank'),
  reason: z.string(),
  needs_decision: z
    .boolean()
    .describe('The proposal is a guess: such cells say nothing until somebody decides on the value or on its column'),
  decided_by: z.string().nullable(),
  remembered: z
    .strictObject({ decided_by: z.string(), decided_at: timeSchema })
    .nullable()
    .describe('Who said so in an earlier import and when, while nobody decided in this one; null: not from memory'),
});
export type ValueMapping = z.infer<typeof valueMappingSchema>;

const fieldMappingSchema = z.strictObject({
  id: idSchema,
  column_index: z.int().min(0),
  source_field: z.string().describe('The exact header'),
  target_field: z.string().nullable().describe('null: not mapped'),
  is_secondary: z
    .boolean()
    .describe('The field takes one column and another provides it; this one fills in where that one is empty'),
  confidence_score: z.number().min(0).max(1),
  status: z.enum(mappingStatuses),
  match_type: z.enum(matchTypes),
  reasons: z.array(mappingReasonSchema),
  samples: z.array(z.string()),
  candidates: z.array(mappingCandidateSchema).describe('Best first, at most five'),
  memory_id: idSchema
    .nullable()
    .describe('The remembered decision it comes from; forget it with DELETE /mapping-memory/{memory_id}'),
  suggested_by: z.string().describe('Which engine or agent suggested it'),
  decided_by: z.string().nullable(),
  decided_at: timeSchema.nullable(),
  rejection_reason: z.string().nullable(),
  value_mappings: z
    .array(valueMappingSchema)
    .nullable()
    .describe('Of a field with a closed vocabulary, most frequent first; null: the field takes any value'),
  cleansing: cleansingChoiceSchema
    .nullable()
    .describe('How an analyst settled that its cells are read; null: not at all'),
  cleansing_questions: z
    .array(
      cleansingQuestionSchema.extend({
        is_answered: z.boolean().describe('By a person or by what was remembered: cleansing has the answer'),
      }),
    )
    .describe(
      'What the cells leave open with this field; with neither answer nor proposal, cells that depend on it say nothing',
    ),
  values_unlisted: z.int().describe('Distinct values beyond those listed'),
  readings: z
    .array(sampleReadingSchema)
    .default([])
    .describe('How samples will be read that change or stay empty; none while a question about its cells is open'),
});
export type FieldMapping = z.infer<typeof fieldMappingSchema>;

export const mappingListSchema = z.strictObject({
  items: z.array(fieldMappingSchema),
  revision: z.int().describe('Send it as If-Match with the next change'),
});
export type MappingList = z.infer<typeof mappingListSchema>;

export const changeMappingsRequestSchema = z.strictObject({
  changes: z
    .array(
      z
        .strictObject({
          id: idSchema,
          target_field: textSchema(100).min(1).nullable().optional(),
          is_secondary: z.boolean().optional(),
          status: z.enum(mappingStatuses).optional(),
          rejection_reason: textSchema(500).optional(),
          value_mappings: z
            .array(z.strictObject({ value: textSchema(200), target_value: textSchema(100).nullable() }))
            .max(100)
            .optional()
            .describe('What raw values mean; null: such cells say nothing'),
          cleansing: cleansingChoiceSchema.nullable().optional().describe('Replaces the choice; null: takes it back'),
        })
        .refine(
          ({ target_field, status, is_secondary, value_mappings, cleansing }) =>
            [target_field, status, is_secondary, value_mappings, cleansing].some((given) => given !== undefined),
          'Say target_field, is_secondary, value_mappings, cleansing or status.',
        ),
    )
    .min(1)
    .max(20_000)
    .superRefine(namedOnce('id')),
});
export type ChangeMappingsRequest = z.infer<typeof changeMappingsRequestSchema>;

export const approveMappingsRequestSchema = z
  .strictObject({
    minimum_confidence: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe(
        'Approve open suggestions at or above it; all of them when absent. Values that need a decision stay open',
      ),
    preview_inventory: z
      .boolean()
      .optional()
      .describe('Show what would become of the inventory and wait, instead of writing it as soon as it is known'),
  })
  .optional();

export const approveMappingsResponseSchema = z.strictObject({
  flow_id: idSchema,
  approved: z.int(),
  rejected: z.int(),
  left_out: z.int().describe('Columns without an approved target field'),
  approved_by: z.string(),
  approved_at: timeSchema,
});
export type ApproveMappingsResponse = z.infer<typeof approveMappingsResponseSchema>;
