import leven from 'leven';
import { targetFields } from '#shared/target-fields.ts';
import type { Answer, Scored } from './figures.ts';
import type { LabelledSheet } from './labelled-columns.ts';

/** How alike a header and a field are, 0–1, by one method. */
type Likeness = (header: string, field: string) => number;

interface Rival {
  name: string;
  likeness: Likeness;
  /** Suggests from this likeness on; null: the value is learned on the families not judged. */
  from: number | null;
}

const tokens = (text: string): Set<string> =>
  new Set(
    text
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((token) => token !== ''),
  );

const normalized = (text: string): string => [...tokens(text)].join('_');

export const tokenJaccard: Rival = {
  name: 'token Jaccard',
  likeness: (header, field) => {
    const [left, right] = [tokens(header), tokens(field)];
    const common = [...left].filter((token) => right.has(token)).length;
    return common / (left.size + right.size - common || 1);
  },
  from: null,
};

export const rivals: readonly Rival[] = [
  {
    // Its `findMatch`: the field whose key is nearest, if at most `autoMapDistance` (2) letters away.
    name: 'react-spreadsheet-import (Levenshtein ≤ 2 on keys)',
    likeness: (header, field) => 1 / (1 + leven(header.toLowerCase(), field)),
    from: 1 / 3,
  },
  tokenJaccard,
  {
    name: 'Levenshtein similarity',
    likeness: (header, field) => {
      const written = normalized(header);
      return 1 - leven(written, field) / Math.max(written.length, field.length, 1);
    },
    from: null,
  },
];

interface Ranked {
  family: string;
  header: string;
  gold: readonly string[];
  ranking: readonly string[];
  likeness: number;
}

/** A rival's answers; what it must learn, it learns on the other families. */
export function askRival(rival: Rival, sheets: readonly LabelledSheet[]): Scored[] {
  const ranked = sheets.flatMap(({ columns }) =>
    columns.flatMap(({ header, family, gold }): Ranked[] => {
      if (gold === null) return [];
      const alike = targetFields
        .map(({ name }) => ({ name, likeness: rival.likeness(header, name) }))
        .sort((left, right) => right.likeness - left.likeness);
      return [{ family, header, gold, ranking: alike.map(({ name }) => name), likeness: alike[0]?.likeness ?? 0 }];
    }),
  );
  const families = [...new Set(ranked.map(({ family }) => family))];
  const fromOf = new Map(
    families.map((family) => [family, rival.from ?? bestThreshold(ranked.filter((one) => one.family !== family))]),
  );
  return ranked.map((one) => ({
    family: one.family,
    header: one.header,
    gold: one.gold,
    answer: answerOf(one, fromOf.get(one.family) ?? 1),
  }));
}

function answerOf({ ranking, likeness }: Ranked, from: number): Answer {
  return { ranking, suggested: likeness >= from ? (ranking[0] ?? null) : null, confidence: likeness };
}

const thresholds = Array.from({ length: 20 }, (_, at) => (at + 1) / 20);

/** The likeness from which on suggesting gives the best F1. */
function bestThreshold(ranked: readonly Ranked[]): number {
  const f1 = (from: number): number => {
    const given = ranked.filter(({ likeness }) => likeness >= from);
    const right = given.filter(({ gold, ranking }) => gold.includes(ranking[0] ?? '')).length;
    return (2 * right) / (given.length + ranked.filter(({ gold }) => gold.length > 0).length || 1);
  };
  return thresholds.reduce((left, right) => (f1(right) > f1(left) ? right : left));
}
