import { z } from 'zod';
import { importCategories } from '../statuses.ts';
import { textSchema } from './common.schema.ts';

const aliasesSchema = z.array(textSchema(100).min(1)).max(50);

export const targetFieldSchema = z.strictObject({
  name: z.string(),
  type: z.string(),
  category: z.string(),
  critical: z.boolean().describe('Worth a warning when no column provides it'),
  repeatable: z.boolean().describe('Several columns may be mapped to it'),
  definition: z.string(),
  examples: z.array(z.string()).describe('Values as they look'),
  aliases: z.array(z.string()).describe('What columns with it are called'),
  own_aliases: z.array(z.string()).describe("The client's names for it, among the aliases"),
  import_categories: z.array(z.enum(importCategories)).describe('What it is offered for first'),
  allowed_values: z.array(z.string()).nullable().describe('Closed vocabulary; null: any value'),
  is_own: z.boolean().describe('Added by the client'),
  retired: z.boolean().describe('No longer suggested or offered'),
  version: z.int().describe('For If-Match; 0 while the client has changed nothing of it'),
});
export type TargetFieldView = z.infer<typeof targetFieldSchema>;

export const addTargetFieldRequestSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,59}$/, 'Use lower case letters, digits and underscores, from a letter on.')
    // Values are kept by field name: `constructor` would be found in every object.
    .refine((name) => !(name in {}), 'Choose another name.'),
  type: z.enum(['string', 'number', 'integer', 'boolean', 'date', 'datetime']),
  category: textSchema(40).min(1).default('own'),
  repeatable: z.boolean().default(false),
  definition: textSchema(300).min(1),
  aliases: aliasesSchema.default([]),
});
export type AddTargetFieldRequest = z.infer<typeof addTargetFieldRequestSchema>;

export const targetFieldParamsSchema = z.strictObject({ name: z.string().min(1).max(60) });
export const changeTargetFieldRequestSchema = z
  .strictObject({
    aliases: aliasesSchema.optional().describe("The client's names for it; they replace the ones before"),
    retired: z.boolean().optional(),
  })
  .refine(({ aliases, retired }) => aliases !== undefined || retired !== undefined, 'Say aliases or retired.');
export type ChangeTargetFieldRequest = z.infer<typeof changeTargetFieldRequestSchema>;
