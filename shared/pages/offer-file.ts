/**
 * Files need the key in a header, so a plain link cannot fetch them: the fetched file is offered to the browser to
 * save.
 */
export function offerFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
