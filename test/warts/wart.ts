import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { CleansedValue } from '#service/cleansing/cleansed.ts';
import type { CleanAsset } from './clean-asset.ts';
import type { Random } from './random.ts';

/** A cell as somebody wrote it and what it truly says: null where nobody could tell from the cell. */
export interface Written {
  cell: Cell;
  says: CleansedValue;
}

export interface Sheet {
  dateSystem: '1900' | '1904';
}

/** A way of writing one value of an asset. */
export interface Wart {
  name: string;
  write: (asset: CleanAsset, random: Random, sheet: Sheet) => Written;
}

export const wart = (name: string, write: Wart['write']): Wart => ({ name, write });

/** A column of the sheet: its header, the field it is approved for, the tidy way to write it and the others. */
export interface WartyColumn {
  header: string;
  field: string;
  tidy: Wart['write'];
  warts: readonly Wart[];
}

/** Spaces around, of several kinds, say nothing. */
export function padded(text: string, random: Random): string {
  return random.pick([`${text} `, ` ${text}`, `\u00a0${text}`, `${text}\t`, `  ${text}  `]);
}

/** A character nobody sees, somewhere in the text. */
export function withZeroWidth(text: string, random: Random): string {
  const at = random.integer(0, text.length);
  return `${text.slice(0, at)}${random.pick(['\u200b', '\ufeff', '\u00ad'])}${text.slice(at)}`;
}

export const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
