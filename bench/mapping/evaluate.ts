import { suggestFrom } from '#service/mapping/mapping-engine.ts';
import type { HeaderMatch } from '#service/mapping/header-match.ts';
import { atOnce } from '#service/engine-parts/steps.ts';
import type { Weights } from '#service/mapping/mapping-model.ts';
import type { ColumnSignals } from '#service/mapping/signals.ts';
import { targetFields } from '#shared/target-fields.ts';
import type { Scored } from './figures.ts';
import type { Knowledge, SeenSheet } from './held-out.ts';

/** The engine's answers, each family with the weights learned from the others. */
export function evaluate(
  seen: readonly SeenSheet[],
  held: ReadonlyMap<string, Weights>,
  knowledge: Knowledge,
): Scored[] {
  return seen.flatMap(({ sheet, signals }) => {
    const weights = held.get(sheet.family) as Weights;
    const suggestions = atOnce(
      suggestFrom(sheet.profiles, (at) => signals[knowledge][at] as ColumnSignals, { targetFields, weights }),
    );
    return sheet.columns.flatMap(({ gold, family, header }, at): Scored[] => {
      const one = suggestions[at];
      if (gold === null || one === undefined) return [];
      const ranking = one.candidates.map((candidate) => candidate.target_field);
      const isNew = hasNoName(signals[knowledge][at]);
      return [
        { family, header, gold, isNew, answer: { ranking, suggested: one.targetField, confidence: one.confidence } },
      ];
    });
  });
}

/** No name or alias is the whole header. */
export const hasNoName = (signals: ColumnSignals | undefined): boolean =>
  signals?.fields.every(({ header }) => !isMet(header?.kind)) ?? true;

const isMet = (kind: HeaderMatch['kind'] | undefined): boolean =>
  kind === 'exact' || kind === 'alias' || kind === 'weak';
