import { z } from 'zod';
import { conflictActions } from '../statuses.ts';
import { idSchema, timeSchema } from './common.schema.ts';

/** A decision on held records that is to be made again: in all engagements of the client, on records with the same keys. */
export const rememberedDecisionSchema = z.strictObject({
  rule_id: idSchema,
  kind: z.string().describe('By which keys the records meet, and what speaks against one thing: name:addresses'),
  names: z.array(z.string()).describe('What the records are called; of many, the first. None for old decisions'),
  action: z.enum(conflictActions),
  asset_id: idSchema.nullable().describe('With merge: the asset their records go into; null: the only one they may be'),
  asset_name: z.string().nullable().describe('null: the asset is gone, or of another engagement'),
  decided_by: z.string(),
  decided_at: timeSchema,
  engagement_id: z.string().describe('Where it was decided'),
});
export type RememberedDecision = z.infer<typeof rememberedDecisionSchema>;

export const ruleParamsSchema = z.strictObject({ rule_id: idSchema });
export const forgottenDecisionSchema = z.strictObject({ rule_id: idSchema });
