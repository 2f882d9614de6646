import type { WorkbookPort } from '../workbook/workbook-port.ts';

/**
 * Whether a flow is of this workbook, by its name: a copy under another name goes its own way. Workbooks that were never
 * saved share names without an ending (Book1) and are known by the flow they remember.
 */
export async function isOwnFlow(
  workbook: WorkbookPort,
  { flowId, filename }: { flowId: string; filename: string },
): Promise<boolean> {
  if ((await workbook.filename()) !== filename) return false;
  return /\.\w+$/.test(filename) || (await workbook.recallFlow())?.flowId === flowId;
}
