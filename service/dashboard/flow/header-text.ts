/** A header as it is shown; a column without one says so. */
export function headerText(header: string): string {
  return header.trim() === '' ? '(no header)' : header;
}
