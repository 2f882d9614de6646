import { cellText, type Cell } from '#shared/schemas/cell.schema.ts';
import { folded, plainText } from '../cleansing/plain-text.ts';
import { isBlank } from './blank.ts';

/** The one cell of a row that says something. */
interface LoneText {
  text: string;
  column: number;
}

/** Null where several cells say something, none does, or the only one holds no text. */
export function loneText(cells: readonly Cell[]): LoneText | null {
  let column = -1;
  for (let at = 0; at < cells.length; at += 1) {
    if (isBlank(cells[at])) continue;
    if (column >= 0) return null;
    column = at;
  }
  const cell = cells[column] ?? null;
  return typeof cell === 'string' ? { text: plainText(cell), column } : null;
}

/** `-- end of report --`, `=== Berlin ===`, a ruled line. */
const RULED = /^(?:[-=*~#–—] ?){2,}|(?:[-=*~#–—] ?){2,}$/;
const ENDS =
  /^(?:end of (?:the )?(?:report|list|file|table|data|export|document|sheet|page)|ende (?:der|des) [a-z]+|fin (?:du|de la|de l') ?[a-z]+)\b/;
const MADE =
  /^(?:(?:data )?as of\b|(?:last )?(?:printed|generated|created|exported|produced|extracted|updated|report(?:ed)?(?: date| generated| created)?|gedruckt|druckdatum|erstellt|erzeugt|generiert|exportiert|aktualisiert|stand|imprime|genere|cree|exporte|edite|generado|creado|impreso|exportado|stampato|generato|creato|esportato)(?: ?[:=]| (?:on|by|at|from|of|am|von|vom|mit|um|le|par|el|por|il|da)\b| \d{1,4}[-./ ]))/;
const PAGE = /^(?:page|seite|pagina|sheet|blatt) \d+(?:$| ?(?:\/|of|von|de|di|sur) ?\d+$)/;
const NOTE =
  /^(?:(?:source|quelle|notes?|hinweise?|legende?|remarks?|bemerkung(?:en)?|key) ?:|(?:confidential|vertraulich|copyright|internal use)(?:$| only\b| [-–(©]| \d|[:,])|©|\(c\) )/;

/** A word with a digit and a rule or colon at one end: a machine may be written so, `web01:`. */
const MAY_BE_NAME = /^(?=\S*\p{L})(?=\S*\d)(?:\S*[\p{L}\p{N}]|[\p{L}\p{N}]\S*)$/u;

/** Whether a text alone in its row says by its words or signs that it is a heading or a footer, whatever the sheet lists. */
export function isMarkedHeading(text: string): boolean {
  const words = folded(text);
  const isSigned = words.endsWith(':') || RULED.test(words);
  return (isSigned && !MAY_BE_NAME.test(words)) || [ENDS, MADE, PAGE, NOTE].some((form) => form.test(words));
}

/** Whether a text is several words, as few names of machines are. */
export const isSeveralWords = (text: string): boolean => /\S\s+\S/.test(text.trim());

/** How the things of a sheet are called, from its rows that say more than a name. */
export interface NameForms {
  /** Rows that say more than a name. */
  described: number;
  /** Of these, names of several words. */
  ofSeveralWords: number;
  /** Rows of one cell, a name of several words. */
  alone: number;
}

const DESCRIBED_MIN = 3;
/** One name in so many may be written with a space by accident. */
const ACCIDENT = 50;
/** Headings stand over several records: of so many rows to each, no more than one. */
const RECORDS_TO_A_HEADING = 2;

/** Whether a row of one cell with several words is a heading there: names are single words, and such rows are few. */
export function areHeadings({ described, ofSeveralWords, alone }: NameForms): boolean {
  return (
    described >= DESCRIBED_MIN && ofSeveralWords * ACCIDENT <= described && alone * RECORDS_TO_A_HEADING <= described
  );
}

/** Whether the name in a described row is text of several words; null where the row is none or has no name. */
export function nameForm(cells: readonly Cell[], nameColumn: number): boolean | null {
  const name = cells[nameColumn] ?? null;
  if (isBlank(name) || !cells.some((cell, at) => at !== nameColumn && !isBlank(cell))) return null;
  return isSeveralWords(cellText(name));
}
