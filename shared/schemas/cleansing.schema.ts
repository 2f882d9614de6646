import { z } from 'zod';
import { cellSchema } from './cell.schema.ts';
import { textSchema } from './common.schema.ts';

/** The separators of several values in one cell. */
export const valueSeparators = [';', ',', '|', '\n'] as const;
export type ValueSeparator = (typeof valueSeparators)[number];

/** The answers of an analyst that neither the header nor the cells of a column give. */
export const cleansingChoiceSchema = z.strictObject({
  day_month_order: z.enum(['day-first', 'month-first']).optional().describe('How 03/04/2024 is read'),
  unit: textSchema(20).min(1).optional().describe('Of numbers without one: MB, GHz, EUR; of per cents % or fraction'),
  decimal_mark: z.enum(['.', ',']).optional().describe('Settles 1.234 and 1,234'),
  separator: z
    .enum(valueSeparators)
    .nullable()
    .optional()
    .describe('Where a cell with several values is split; null: it is one value'),
});
export type CleansingChoiceWire = z.infer<typeof cleansingChoiceSchema>;

/** Something of a column that only a person can settle before it is cleansed. */
export const cleansingQuestionSchema = z.strictObject({
  choice: z
    .enum(['day_month_order', 'decimal_mark', 'separator', 'unit'])
    .describe('The part of the choice that answers it'),
  example: z.string().describe('A cell that can be read in several ways'),
  separators: z.array(z.enum(valueSeparators)).describe('Signs that are seen in cells; empty for another choice'),
  units: z.array(z.string()).describe('Units the field is measured in; empty for another choice'),
  evidence: z
    .array(
      z.strictObject({
        order: z.enum(['day-first', 'month-first']),
        count: z.int().positive().nullable().describe('Cells that can only be read so; null: not all were counted'),
        example: z.string(),
      }),
    )
    .describe('Of the order of day and month: what cells show that contradict each other; else empty'),
  proposed: z
    .strictObject({ answer: z.string(), reason: z.string() })
    .optional()
    .describe('What holds as long as nobody answers otherwise, and why; approved with the column'),
});
export type CleansingQuestion = z.infer<typeof cleansingQuestionSchema>;

const operatingSystemSchema = z.strictObject({
  family: z.string().nullable(),
  version: z.string().nullable(),
  edition: z.string().nullable(),
  architecture: z.string().nullable(),
});
const moneySchema = z.strictObject({ amount: z.number(), currency: z.string().nullable() });
const qualifiedNameSchema = z.strictObject({ fqdn: z.string(), host: z.string(), domain: z.string() });
const itemSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  operatingSystemSchema,
  moneySchema,
  qualifiedNameSchema,
]);

const cleansedValueSchema = z.union([itemSchema, z.array(itemSchema), z.null()]).describe('null: nothing can be said');
const ruleSchema = z.string().describe('Stable name of the rule that read the cell');

/** What becomes of one of the samples of a column. */
export const sampleReadingSchema = z.strictObject({
  sample: z.string().describe('One of the samples'),
  value: cleansedValueSchema,
  rule: ruleSchema,
});

const cleansedCellSchema = z.strictObject({
  column_index: z.int().min(0),
  source_field: z.string().describe('The exact header'),
  target_field: z.string(),
  raw: cellSchema,
  value: cleansedValueSchema,
  rule: ruleSchema,
  reason: z.string(),
});

/** One record, cell by approved column, in sheet order. */
export const cleansedRecordSchema = z.strictObject({
  row_number: z.int().positive(),
  cells: z.array(cleansedCellSchema),
});
export type CleansedRecord = z.infer<typeof cleansedRecordSchema>;
