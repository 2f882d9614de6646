import type { TracedValue } from '#shared/schemas/asset.schema.ts';
import type { ConflictSide } from '#shared/schemas/conflict.schema.ts';
import { valueText } from '#shared/value-text.ts';

/** How the things of a conflict stand to each other in one key or field: all the same, none, some, or only one says anything. */
type Verdict = 'agree' | 'contradict' | 'mixed' | 'alone';

export interface Compared<Value> {
  name: string;
  /** By side; empty where it says nothing. */
  values: Value[][];
  verdict: Verdict;
}

interface ComparedSides {
  /** Identification keys that no field says. */
  keys: Compared<string>[];
  /** Fields that say an identification key, with their cells. */
  fieldsOfKeys: Compared<TracedValue>[];
  fields: Compared<TracedValue>[];
}

/** Everything in which the sides are compared, once: a name that is several keys and a field is one line. */
export function compareSides(sides: readonly Pick<ConflictSide, 'keys' | 'values'>[]): ComparedSides {
  const fields = compareValues(sides);
  const keys = new Map(compareKeys(sides).map((one) => [saidBy(one.values), one]));
  const isKey = (one: Compared<TracedValue>): boolean => keys.has(saidBy(textsOf(one)));
  const fieldsOfKeys = new Map(fields.filter(isKey).map((one) => [saidBy(textsOf(one)), one]));
  return {
    keys: [...keys].flatMap(([said, one]) => (fieldsOfKeys.has(said) ? [] : [one])),
    fieldsOfKeys: [...keys.keys()].flatMap((said) => fieldsOfKeys.get(said) ?? []),
    fields: fields.filter((one) => !isKey(one)),
  };
}

const textsOf = ({ values }: Compared<TracedValue>): string[][] =>
  values.map((found) => found.map(({ value }) => valueText(value)));

/** What all sides say, however it is spelled. */
function saidBy(values: readonly (readonly string[])[]): string {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return JSON.stringify(values.map((texts) => texts.map(plain).sort()));
}

/** Identification keys by their kind, in the order in which the sides have them. */
export function compareKeys(sides: readonly Pick<ConflictSide, 'keys'>[]): Compared<string>[] {
  const kinds = new Set(sides.flatMap(({ keys }) => keys.map(kindOf)));
  return [...kinds].map((kind) => {
    const values = sides.map(({ keys }) => keys.filter((key) => kindOf(key) === kind).map(textOf));
    return { name: kind, values, verdict: verdictOn(values, (a, b) => a.some((one) => b.includes(one))) };
  });
}

/** Fields by name, those that differ first. */
export function compareValues(sides: readonly Pick<ConflictSide, 'values'>[]): Compared<TracedValue>[] {
  const fields = [...new Set(sides.flatMap(({ values }) => values.map(({ field }) => field)))].sort();
  const compared = fields.map((field) => {
    const values = sides.map((side) => side.values.find((one) => one.field === field)?.values ?? []);
    return { name: field, values, verdict: verdictOn(values, isSame) };
  });
  const rank = ({ verdict }: { verdict: Verdict }): number => (isDiffering(verdict) ? 0 : 1);
  return compared.sort((left, right) => rank(left) - rank(right));
}

export function isDiffering(verdict: Verdict): boolean {
  return verdict === 'contradict' || verdict === 'mixed';
}

function verdictOn<Value>(
  values: readonly (readonly Value[])[],
  isEqual: (a: readonly Value[], b: readonly Value[]) => boolean,
): Verdict {
  const said = values.filter((one) => one.length > 0);
  if (said.length < 2) return 'alone';
  const pairs = said.flatMap((one, at) => said.slice(at + 1).map((other) => isEqual(one, other)));
  if (pairs.every(Boolean)) return 'agree';
  return pairs.some(Boolean) ? 'mixed' : 'contradict';
}

function isSame(a: readonly TracedValue[], b: readonly TracedValue[]): boolean {
  return JSON.stringify(a.map(({ value }) => value)) === JSON.stringify(b.map(({ value }) => value));
}

function kindOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf(':')));
}

function textOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
