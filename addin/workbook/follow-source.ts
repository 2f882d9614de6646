import type { SheetSource } from './workbook-port.ts';

/**
 * What a source has become since it was listed: its rows may have grown, and a selection may be made elsewhere by now.
 * @returns undefined when the sheet or table is not there any more
 */
export function followSource(source: SheetSource, listed: readonly SheetSource[]): SheetSource | undefined {
  const same = listed.find(({ id }) => id === source.id);
  if (same !== undefined || source.kind === 'selection') return same ?? source;
  return listed.find(
    ({ kind, label, sheetName }) => kind === source.kind && label === source.label && sheetName === source.sheetName,
  );
}
