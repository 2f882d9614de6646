import { z } from 'zod';
import { recordOutcomes, type RecordOutcome } from '../statuses.ts';
import type { AgentTask } from './flow.schema.ts';

/** Results are stored for good: one of an earlier service may lack a count that came later. */
const countSchema = z.number().catch(0);

const outcomeCounts = Object.fromEntries(recordOutcomes.map((outcome) => [outcome, countSchema])) as Record<
  RecordOutcome,
  typeof countSchema
>;

/**
 * The counts of the asset inventory: records by outcome, held cases, and assets that only an earlier import of the
 * sheet had.
 */
export const inventoryResultSchema = z.object({
  ...outcomeCounts,
  conflicts: countSchema,
  /** Rows taken for headings or footers, of those that are not records. */
  headings: countSchema,
  missing: countSchema,
  /** Of the missing ones those that the last import of the sheet before this one listed, and all that it listed. */
  newly_missing: countSchema,
  listed_last: countSchema,
  /** Of the newly missing ones those whose name a new asset has, with another serial number or id. */
  replaced: countSchema,
  field_changes: countSchema,
  /** Nothing was written: a person looks at it first. */
  is_preview: z.boolean().catch(false),
});
export type InventoryResult = z.infer<typeof inventoryResultSchema>;

/** Whether a run only showed the inventory that it would write. */
export function isPreview({ result }: Pick<AgentTask, 'result'>): boolean {
  return result !== null && inventoryResultSchema.parse(result).is_preview;
}
