import { z } from 'zod';
import { mappingStatuses, matchTypes } from '../statuses.ts';
import { idSchema, textSchema, timeSchema } from './common.schema.ts';

/** One thing that spoke for or against a suggestion. */
export const mappingReasonSchema = z.strictObject({
  signal: z.string().describe('Which signal spoke: exact_name, alias, tokens, values …'),
  contribution: z.number().describe('What it added to or took from the score'),
  text: z.string().describe('The same in words'),
});
export type MappingReason = z.infer<typeof mappingReasonSchema>;

export const mappingCandidateSchema = z.strictObject({
  target_field: z.string(),
  confidence_score: z.number().min(0).max(1),
});
export type MappingCandidate = z.infer<typeof mappingCandidateSchema>;

export const fieldMappingSchema = z.strictObject({
  id: idSchema,
  column_index: z.int().min(0),
  source_field: z.string().describe('The exact header'),
  target_field: z.string().nullable().describe('null: not mapped'),
  confidence_score: z.number().min(0).max(1),
  status: z.enum(mappingStatuses),
  match_type: z.enum(matchTypes),
  reasons: z.array(mappingReasonSchema),
  samples: z.array(z.string()),
  candidates: z.array(mappingCandidateSchema).describe('Best first, at most five'),
  suggested_by: z.string().describe('Which engine or agent suggested it'),
  decided_by: z.string().nullable(),
  decided_at: timeSchema.nullable(),
  rejection_reason: z.string().nullable(),
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
          status: z.enum(mappingStatuses).optional(),
          rejection_reason: textSchema(500).optional(),
        })
        .refine(
          (change) => change.target_field !== undefined || change.status !== undefined,
          'Say target_field or status.',
        ),
    )
    .min(1)
    .max(20_000),
});
export type ChangeMappingsRequest = z.infer<typeof changeMappingsRequestSchema>;

export const approveMappingsRequestSchema = z
  .strictObject({
    minimum_confidence: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Approve open suggestions at or above it; all of them when absent'),
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

export const targetFieldSchema = z.strictObject({
  name: z.string(),
  type: z.string(),
  category: z.string(),
  critical: z.boolean().describe('Worth a warning when no column provides it'),
  repeatable: z.boolean().describe('Several columns may be mapped to it'),
  definition: z.string(),
});
export type TargetFieldView = z.infer<typeof targetFieldSchema>;
