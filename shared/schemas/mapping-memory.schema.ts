import { z } from 'zod';
import { valueKinds } from '../statuses.ts';
import { cleansingChoiceSchema } from './cleansing.schema.ts';
import { idSchema, pageQuerySchema, textSchema, timeSchema } from './common.schema.ts';

/** The decision of this client's analysts on a header; it goes before every suggestion of the engine's own. */
export const rememberedMappingSchema = z.strictObject({
  memory_id: idSchema,
  header: z.string().describe('As it was first seen'),
  value_kind: z.enum(valueKinds).describe('The same header over another kind of values is another entry'),
  target_field: z.string().nullable().describe('null: such columns are left out'),
  cleansing: cleansingChoiceSchema.nullable().describe('What was answered of how its cells are read'),
  meanings: z
    .array(
      z.strictObject({
        value: z.string().describe('As cells had it'),
        target_value: z.string().nullable().describe('One of the allowed values; null: such cells say nothing'),
        decided_by: z.string(),
        decided_at: timeSchema,
      }),
    )
    .describe('What analysts said values of such columns mean, the newest decision last'),
  is_explicit: z.boolean().describe('Decided on this column itself, not approved in bulk'),
  confirmed_by: z.string(),
  confirmed_at: timeSchema,
  last_used_at: timeSchema,
  use_count: z.int().describe('Imports it was confirmed in'),
  version: z.int().describe('Send it as If-Match with a change'),
});
export type RememberedMappingView = z.infer<typeof rememberedMappingSchema>;

export const memoryParamsSchema = z.strictObject({ memory_id: idSchema });
export const memoryQuerySchema = pageQuerySchema.extend({
  search: textSchema(100).optional().describe('Part of a header or of a field name'),
});
export const changeMemoryRequestSchema = z.strictObject({ target_field: textSchema(100).min(1).nullable() });
export const forgottenMappingSchema = z.strictObject({
  memory_id: idSchema,
  columns_restored: z.int().describe('Undecided columns of open imports that show the own suggestion again'),
});
