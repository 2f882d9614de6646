import type { AssetChangeView } from './schemas/asset.schema.ts';
import { targetFields } from './target-fields.ts';
import { fieldValueText } from './value-text.ts';

export interface MainValue {
  field: string;
  text: string;
}

const CRITICAL_FIRST = [...targetFields].sort((one, other) => Number(other.critical) - Number(one.critical));
const PLACES: ReadonlyMap<string, number> = new Map(CRITICAL_FIRST.map(({ name }, place) => [name, place]));

/** What people know an asset by beside its name: its values after a change, those of critical fields first. */
export function mainValues({ name, changes }: Pick<AssetChangeView, 'name' | 'changes'>, most: number): MainValue[] {
  const placeOf = (field: string): number => PLACES.get(field) ?? PLACES.size;
  return changes
    .map(({ field, after }) => ({ field, text: after.map(({ value }) => fieldValueText(field, value)).join(', ') }))
    .filter(({ text }) => text !== '' && text.toLowerCase() !== name.toLowerCase())
    .sort((one, other) => placeOf(one.field) - placeOf(other.field))
    .slice(0, most);
}
