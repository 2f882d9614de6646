import type { ConflictDetail, ConflictSide } from '#shared/schemas/conflict.schema.ts';
import { fieldValueText } from '#shared/value-text.ts';
import { formatWord } from '../parts/format.ts';
import { idEnd } from '../parts/id-end.ts';
import { compareSides } from './compare-sides.ts';
import { keyWord } from './side-words.ts';

const isNamesake = (one: { name: string }, other: { name: string }): boolean =>
  one.name.toLowerCase() === other.name.toLowerCase();

/**
 * The name of an asset that held records may be; where another one is called the same, with the first key or value of its
 * own that the others do not have, or else the end of its id: `srv1 (Serial number CZ1)`.
 */
export function nameToldApart(
  asset: { asset_id: string; name: string },
  { candidates, sides }: Pick<ConflictDetail, 'candidates' | 'sides'>,
): string {
  const isOther = ({ asset_id: id, name }: { asset_id: string | null; name: string }): boolean =>
    id !== null && id !== asset.asset_id && isNamesake(asset, { name });
  if (!candidates.some(isOther)) return asset.name;
  const own = sides.find(({ asset_id: id }) => id === asset.asset_id);
  const others = sides.filter(isOther);
  const tells = own === undefined || others.length === 0 ? null : ownSaying(own, others);
  return `${asset.name} (${tells ?? idEnd(asset.asset_id)})`;
}

/** The first line of the comparison in which a side says what none of the others does. */
function ownSaying(own: ConflictSide, others: readonly ConflictSide[]): string | null {
  const { fieldsOfKeys, keys, fields } = compareSides([own, ...others]);
  const lines = [
    ...fieldsOfKeys.map(({ name, values }) => lineOf(formatWord(name), textsOf(name, values))),
    ...keys.map(({ name, values }) => lineOf(keyWord(name), values)),
    ...fields.map(({ name, values }) => lineOf(formatWord(name), textsOf(name, values))),
  ];
  return lines.find((line) => line !== null) ?? null;
}

type Said = Parameters<typeof fieldValueText>[1];

const textsOf = (field: string, values: readonly (readonly { value: Said }[])[]): string[][] =>
  values.map((found) => found.map(({ value }) => fieldValueText(field, value)));

function lineOf(word: string, [own = [], ...others]: readonly (readonly string[])[]): string | null {
  const text = own.join(', ');
  return text === '' || others.some((other) => other.join(', ') === text) ? null : `${word} ${text}`;
}

/** Names for a list: those that several assets have once, with how many they are. */
export function candidateNames(candidates: readonly { name: string }[]): string {
  const firsts = candidates.filter((one, at) => candidates.findIndex((other) => isNamesake(one, other)) === at);
  const words = firsts.map((first) => {
    const count = candidates.filter((one) => isNamesake(one, first)).length;
    return count === 1 ? first.name : `${count} assets called ${first.name}`;
  });
  return words.join(', ');
}
