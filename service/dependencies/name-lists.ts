/** Names of one cell that are looked at; a cell of 32,767 characters could hold thousands. */
export const NAMES_PER_CELL_MAX = 100;

const ALWAYS = /[;|\n\r]+/;
const ALSO_COMMAS = /[;|,\n\r]+/;
const AS_OF_HOSTS = /[;|,\n\r]+|\s\/\s/;

/** What parts names of a field beside semicolons, bars and line ends. */
export interface NameParting {
  /** Commas: names of hosts and lists of dependencies have none, those of applications do (`Payroll, HR and Travel`). */
  commasPart: boolean;
  /** A stroke between spaces: names of hosts have no spaces, others do (`Payroll / HR`). */
  strokesPart: boolean;
}

/** The names in a text. */
export function namesIn(text: string, { commasPart, strokesPart }: NameParting): string[] {
  return text
    .split(strokesPart ? AS_OF_HOSTS : commasPart ? ALSO_COMMAS : ALWAYS, NAMES_PER_CELL_MAX + 1)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
