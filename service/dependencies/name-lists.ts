/** Names of one cell that are looked at; a cell of 32,767 characters could hold thousands. */
export const NAMES_PER_CELL_MAX = 100;

const ALWAYS = /[;|\n\r]+/;
const ALSO_COMMAS = /[;|,\n\r]+/;

/**
 * The names in a text. Semicolons, bars and line ends always part them; commas only where names have none: hosts and
 * lists of dependencies, but not applications (`Payroll, HR and Travel`).
 */
export function namesIn(text: string, { commasPart }: { commasPart: boolean }): string[] {
  return text
    .split(commasPart ? ALSO_COMMAS : ALWAYS, NAMES_PER_CELL_MAX + 1)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
