/** A sheet's name as RVTools shows it: `vInfo`, and `RVTools_tabvInfo` where each sheet was exported as a file; lower case. */
export const rvtoolsSheet = (sheetName: string): string =>
  sheetName
    .trim()
    .toLowerCase()
    .replace(/^rvtools_tab/, '');
