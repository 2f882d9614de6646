import { folded } from '../cleansing/plain-text.ts';

/** A longer name says more than what stands in the sheet. */
const NAME_MAX_CHARACTERS = 100;

const PHYSICAL = '(?:physical|bare ?metal|physische[rn]?|physiques?|fisic[oaie]s?|fisich[ei]|fysieke)';
const MACHINES = '(?:servers?|hosts?|machines?|maschinen?|serveurs?|servidor(?:es)?|macchine)';
const LISTS_PHYSICAL = new RegExp(
  `^${PHYSICAL}$|^physisch$|\\b${PHYSICAL} ${MACHINES}\\b|\\b${MACHINES} ${PHYSICAL}\\b|\\bbare ?metal\\b`,
);
const ALSO_VIRTUAL = /\bvirt|\bvms?\b/;

/** Whether a sheet's name says that its machines are physical ones: `Physical servers`, but not `Physical and virtual servers`. */
export function listsPhysicalMachines(sheetName: string): boolean {
  const words = folded(sheetName.slice(0, NAME_MAX_CHARACTERS))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return LISTS_PHYSICAL.test(words) && !ALSO_VIRTUAL.test(words);
}
