import { buildHeaderIndex, fingerprintOf, type HeaderIndex } from '#service/mapping/header-index.ts';
import { headerWords } from '#service/mapping/header-words.ts';
import type { Weights } from '#service/mapping/mapping-model.ts';
import { fieldsNamedByValues } from '#service/mapping/named-by-values.ts';
import { readSignals, type ColumnSignals } from '#service/mapping/signals.ts';
import { valueEvidence } from '#service/mapping/value-evidence.ts';
import { atOnce } from '#service/engine-parts/steps.ts';
import type { ColumnProfile } from '#service/profiling/column-profile.ts';
import { targetFields } from '#shared/target-fields.ts';
import { profilesOf, type LabelledColumn, type LabelledSheet } from './labelled-columns.ts';
import { learnWeights, type Example, type LearningStart } from './learn-weights.ts';

/** How much of the product's knowledge of names a column is read with. */
export type Knowledge =
  /** All aliases, as shipped: some were written with this family's headers in view. */
  | 'as-shipped'
  /** Without every alias that equals a header only this family has: the family is as new as can be. */
  | 'names-withheld';
export const knowledges: readonly Knowledge[] = ['as-shipped', 'names-withheld'];

/** One sheet as the model sees it, with both amounts of knowledge. */
export interface SeenSheet {
  sheet: LabelledSheet;
  signals: Record<Knowledge, ColumnSignals[]>;
  /** The same columns under headers that say nothing, and under misspelt ones. */
  nameless: ColumnSignals[];
  misspelt: ColumnSignals[];
  /** … and with the values of the next column. */
  swapped: ColumnSignals[];
  swappedProfiles: readonly ColumnProfile[];
}

export function seeSheets(sheets: readonly LabelledSheet[]): SeenSheet[] {
  const familiesByHeader = new Map<string, Set<string>>();
  for (const { family, columns } of sheets)
    for (const { header } of columns) {
      const key = fingerprintOf(headerWords(header).words);
      familiesByHeader.set(key, (familiesByHeader.get(key) ?? new Set()).add(family));
    }
  const shipped = atOnce(buildHeaderIndex(targetFields));
  const withheld = new Map(
    [...new Set(sheets.map(({ family }) => family))].map((family) => {
      const own = [...familiesByHeader].filter(([, families]) => families.size === 1 && families.has(family));
      return [family, atOnce(buildHeaderIndex(targetFields, new Set(own.map(([key]) => key))))];
    }),
  );
  return sheets.map((sheet) => ({
    sheet,
    ...swappedSignals(sheet, shipped),
    signals: {
      'as-shipped': signalsOf(sheet.profiles, shipped),
      'names-withheld': signalsOf(sheet.profiles, withheld.get(sheet.family) ?? shipped),
    },
    nameless: signalsOf(
      renamed(sheet, (_header, at) => `qx${at}`),
      shipped,
    ),
    misspelt: signalsOf(renamed(sheet, misspell), shipped),
  }));
}

function signalsOf(profiles: readonly ColumnProfile[], index: HeaderIndex): ColumnSignals[] {
  const ofColumn = atOnce(readSignals(profiles, targetFields, index));
  return profiles.map((_, at) => ofColumn(at));
}

const renamed = (sheet: LabelledSheet, rename: (header: string, at: number) => string) =>
  profilesOf(sheet.columns.map(({ header, samples }, at) => ({ header: rename(header, at), samples })));

/** Headers over values that are not theirs, which teaches how much values weigh against a header. */
function swappedSignals(sheet: LabelledSheet, index: HeaderIndex) {
  const { columns } = sheet;
  const swappedProfiles = profilesOf(
    columns.map(({ header }, at) => ({ header, samples: columns[(at + 1) % columns.length]?.samples ?? [] })),
  );
  return { swapped: signalsOf(swappedProfiles, index), swappedProfiles };
}

/** Without one letter of its longest word. */
function misspell(header: string): string {
  const longest = header.split(/[^\p{L}]+/u).reduce((left, right) => (right.length > left.length ? right : left), '');
  if (longest.length < MISSPELT_MIN_CHARACTERS) return header;
  const middle = Math.floor(longest.length / 2);
  return header.replace(longest, longest.slice(0, middle) + longest.slice(middle + 1));
}
const MISSPELT_MIN_CHARACTERS = 6;

/** What a nameless or a misspelt column counts beside one with its header. */
const VARIANT_WEIGHT = 0.3;

export function learnFrom(seen: readonly SeenSheet[], start?: LearningStart): Weights {
  return learnWeights(seen.flatMap(examplesOf), start);
}

function examplesOf({ sheet, signals, nameless, misspelt, swapped, swappedProfiles }: SeenSheet): Example[] {
  return sheet.columns.flatMap((column, at) => {
    if (column.gold === null) return [];
    const { gold } = column;
    return [
      ...knowledges.map((knowledge) => ({ signals: signals[knowledge][at] as ColumnSignals, gold, weight: 1 })),
      ...(column.samples.length === 0
        ? []
        : [{ signals: nameless[at] as ColumnSignals, gold: knowable(sheet, column), weight: VARIANT_WEIGHT }]),
      { signals: misspelt[at] as ColumnSignals, gold, weight: VARIANT_WEIGHT },
      ...(gold.length > 0 && isRefuted(gold[0] ?? '', swappedProfiles[at])
        ? [{ signals: swapped[at] as ColumnSignals, gold: [], weight: 1 }]
        : []),
    ];
  });
}

const isRefuted = (field: string, profile: ColumnProfile | undefined): boolean =>
  profile !== undefined && valueEvidence(profile)(field).weight <= REFUTED;
const REFUTED = -0.5;

/** Without a header only what values alone can name is right; of the rest nobody could know more than "no field". */
function knowable({ profiles, columns }: LabelledSheet, column: LabelledColumn): string[] {
  const profile = profiles[columns.indexOf(column)];
  const named = profile === undefined ? [] : fieldsNamedByValues(profile).map(({ field }) => field);
  return (column.gold ?? []).filter((field) => named.includes(field));
}

/** Per family (of `families`, or of all), the weights learned from all the others. */
export function leaveOneFamilyOut(seen: readonly SeenSheet[], families?: ReadonlySet<string>): Map<string, Weights> {
  return new Map(
    [...(families ?? familiesOf(seen))].map((family) => [
      family,
      learnFrom(seen.filter(({ sheet }) => sheet.family !== family)),
    ]),
  );
}

/** Quicker: families in groups, each group with weights learned from the other groups, starting from known weights. */
export function leaveOneGroupOut(
  seen: readonly SeenSheet[],
  groups: number,
  start: LearningStart,
): Map<string, Weights> {
  const families = familiesOf(seen);
  const groupOf = new Map(families.map((family, at) => [family, at % groups]));
  const learned = Array.from({ length: groups }, (_, group) =>
    learnFrom(
      seen.filter(({ sheet }) => groupOf.get(sheet.family) !== group),
      start,
    ),
  );
  return new Map(families.map((family, at) => [family, learned[at % groups] as Weights]));
}

const familiesOf = (seen: readonly SeenSheet[]): string[] => [...new Set(seen.map(({ sheet }) => sheet.family))];
