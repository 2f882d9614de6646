import { fieldLabel, spelled } from '../field-label.ts';
import type { AssetChangeView, TracedValue } from '../schemas/asset.schema.ts';
import { targetFields } from '../target-fields.ts';
import { fieldValueText } from '../value-text.ts';

interface MainValue {
  field: string;
  text: string;
}

const CRITICAL_FIRST = [...targetFields].sort((one, other) => Number(other.critical) - Number(one.critical));
const PLACES: ReadonlyMap<string, number> = new Map(CRITICAL_FIRST.map(({ name }, place) => [name, place]));

/** Last words of fields that name the things their numbers count. */
const UNITS: ReadonlySet<string> = new Set(['gb', 'mbps', 'percent']);

/** The values people know an asset by beside its name: those after a change, critical fields first. */
export function mainValues({ name, changes }: Pick<AssetChangeView, 'name' | 'changes'>, most: number): MainValue[] {
  const placeOf = (field: string): number => PLACES.get(field) ?? PLACES.size;
  return changes
    .map(({ field, after }) => ({ field, text: plainText(field, after) }))
    .filter(({ text }) => text !== '' && text.toLowerCase() !== name.toLowerCase())
    .sort((one, other) => placeOf(one.field) - placeOf(other.field))
    .slice(0, most);
}

/** Numbers say nothing without their field: `Memory 16 GB`, `CPU cores 8`. */
function plainText(field: string, values: readonly TracedValue[]): string {
  const text = values.map(({ value }) => fieldValueText(field, value)).join(', ');
  if (values.length === 0 || values.some(({ value }) => typeof value !== 'number')) return text;
  const words = field.split('_');
  const unit = UNITS.has(words.at(-1) ?? '') ? words.pop() : undefined;
  return [fieldLabel(words.join('_')), text, ...(unit === undefined ? [] : [spelled(unit)])].join(' ');
}
