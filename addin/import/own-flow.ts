import { UNSAVED_NAME, type WorkbookPort } from '../workbook/workbook-port.ts';

/**
 * Whether a flow is of this workbook, by the name of its file: a copy under another name goes its own way. Workbooks that
 * were never saved have one name and are known by the flow they remember.
 */
export async function isOwnFlow(
  workbook: WorkbookPort,
  { flowId, filename }: { flowId: string; filename: string },
): Promise<boolean> {
  if ((await workbook.filename()) !== filename) return false;
  return filename !== UNSAVED_NAME || (await workbook.recallFlow())?.flowId === flowId;
}
