import { countOf, formatNumber } from './format.ts';

/** Assets of the sheet's last import: missing now, missing with a new asset of their name, and all. */
export type Missing = Record<'newly_missing' | 'replaced' | 'listed_last', number>;

/** Of small sheets a few assets are a fifth. */
const ASSETS_MIN = 5;

/** How many are missing by their names too: the row of a replaced one is not lost. */
export const goneOf = ({ newly_missing: missing, replaced }: Omit<Missing, 'listed_last'>): number =>
  missing - replaced;

/** Whether so much is missing that was on a sheet the last time that rows of it may have been lost. */
export function mayBeCutOff(counts: Missing): boolean {
  const gone = goneOf(counts);
  return gone >= ASSETS_MIN && 5 * gone > counts.listed_last && gone < counts.listed_last;
}

/** Whether nothing of what was on a sheet the last time is on it: what is cut off keeps something. */
export function isAnotherList(counts: Missing): boolean {
  return counts.listed_last > 0 && goneOf(counts) === counts.listed_last;
}

/** What a sheet that is another list says of the one before, up to whose it was. */
export const listsNone = ({ listed_last: listed }: Pick<Missing, 'listed_last'>): string =>
  listed === 1 ? 'does not list the asset' : `lists none of the ${countOf(listed, 'asset')}`;

/** What is to be known of missing assets that were replaced. */
export function sameNames(replaced: number, missing: number): string {
  if (missing === 1) return 'A new asset has the same name, with another serial number or id';
  return `${formatNumber(replaced)} of them ${replaced === 1 ? 'has' : 'have'} the same name as a new asset, with another serial number or id`;
}
