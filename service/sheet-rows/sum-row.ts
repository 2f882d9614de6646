import type { Cell } from '#shared/schemas/cell.schema.ts';
import { isPlaceholder } from '../cleansing/placeholders.ts';
import { isBlank } from './blank.ts';
import { isCount, isTotalLabel, isTotalOfSome } from './total-label.ts';

/** `1,204`, `12 GB`, `85 %`, `1.234,00 EUR`; an address or a release is none. */
const FIGURE =
  /^[-+]?(?:\d+|\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+)(?:[.,]\d+)?\s?(?:%|[kmgtp]i?b|[€$£]|eur|usd|chf|gbp)?$/i;
const FIGURE_MAX_CHARACTERS = 30;

const UNIT = /^(?:%|[kmgt]i?b|[€$£]|eur|usd|chf|gbp)$/i;

/**
 * Whether a row sums up others: one cell is a label for that, and all else in it are figures. `Total` is such a label
 * in any row, also beside counts in words (`90 applications`), units and marks for nothing. In a row that says nothing in
 * most columns, one more text may say of which group (`Total`, `Production`), or the label itself (`Berlin Total`, which
 * could be a name as well) beside figures.
 *
 * @param columns of the sheet
 */
export function isSumRow(cells: readonly Cell[], columns: number): boolean {
  let label: string | null = null;
  let figures = 0;
  let hasWords = false;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (isFigure(cell)) figures += 1;
    else if (typeof cell !== 'string') return false;
    else if (label === null) label = cell;
    else if (isBesideSums(cell)) hasWords = true;
    else if (isBesideSums(label) && isTotalLabel(cell)) {
      hasWords = true;
      label = cell;
    } else return isSumOfGroup(cells, columns);
  }
  if (label === null) return false;
  return isTotalLabel(label) || (!hasWords && figures > 0 && isSparse(figures + 1, columns) && isTotalOfSome(label));
}

function isBesideSums(cell: string): boolean {
  const text = cell.trim();
  return isCount(text) || UNIT.test(text) || isPlaceholder(text, '');
}

/** `Total` first, and one text beside it that is no figure and no count, in a row that says nothing in most columns. */
function isSumOfGroup(cells: readonly Cell[], columns: number): boolean {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell)) filled += 1;
  if (!isSparse(filled, columns)) return false;
  const [label, ...others] = cells.filter((cell) => !isBlank(cell));
  if (typeof label !== 'string' || !isTotalLabel(label)) return false;
  const [group = null, ...more] = others.filter((cell) => typeof cell === 'boolean' || isText(cell));
  return typeof group === 'string' && more.length === 0 && !IDENTIFIES.test(group);
}

/** `10.0.0.1`, `CZ1234`, `ana@contoso.com`: no group is called so. */
const IDENTIFIES = /[\d.@:]/;

const isText = (cell: Cell): boolean => typeof cell === 'string' && !isFigure(cell) && !isBesideSums(cell);

/** A sum says nothing in most columns; two columns are too few to tell. */
const isSparse = (filled: number, columns: number): boolean => columns > 2 && filled <= Math.ceil(columns / 2);

function isFigure(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell !== null && typeof cell !== 'boolean';
  // No letter begins a figure.
  return cell.charCodeAt(0) <= NINE && cell.length <= FIGURE_MAX_CHARACTERS && FIGURE.test(cell.trim());
}

const NINE = '9'.charCodeAt(0);
