import type { HeaderWords } from './header-words.ts';

/** What a header asks for, which says how its values are to be read. */
export interface AskedFor {
  /** The number or id of a place. */
  isKey?: boolean;
  /** Names. */
  isName?: boolean;
  /** Whether the asset is active, enabled, online. */
  isSwitch?: boolean;
}

/** `Location #` and `site_id`, but not a room or a floor, which have numbers for names. */
const isKeyOfPlace = ({ words }: HeaderWords): boolean =>
  words.some((word) => word === 'id' || word === 'number' || word === 'key') &&
  words.some((word) => word === 'location' || word === 'site' || word === 'region');

export const askedBy = (header: HeaderWords): AskedFor => ({
  isKey: isKeyOfPlace(header),
  isName: header.words.some(isNameWord),
  isSwitch: header.words.every(isSwitchWord),
});

const SWITCHES = new Set('is active inactive enabled disabled online alive retired decommissioned'.split(' '));
const isSwitchWord = (word: string): boolean => SWITCHES.has(word);

const isNameWord = (word: string): boolean => word === 'name' || word === 'instance' || word === 'sid';
