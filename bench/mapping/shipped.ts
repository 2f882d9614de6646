import { atOnce } from '#service/engine-parts/steps.ts';
import { buildHeaderIndex } from '#service/mapping/header-index.ts';
import { suggestMappings } from '#service/mapping/mapping-engine.ts';
import { readSignals } from '#service/mapping/signals.ts';
import { targetFields } from '#shared/target-fields.ts';
import { hasNoName } from './evaluate.ts';
import type { Scored } from './figures.ts';
import { readLabelledSheets } from './labelled-columns.ts';

/** What the engine as it is shipped says of the columns of a file. */
export function askShipped(file: string): Scored[] {
  const index = atOnce(buildHeaderIndex(targetFields));
  return readLabelledSheets(file).flatMap(({ columns, profiles }) => {
    const signalsOf = atOnce(readSignals(profiles, targetFields, index));
    const suggestions = suggestMappings({ columns: profiles, targetFields });
    return columns.flatMap(({ gold, family, header }, at): Scored[] => {
      const one = suggestions[at];
      if (gold === null || one === undefined) return [];
      const ranking = one.candidates.map((candidate) => candidate.target_field);
      const answer = { ranking, suggested: one.targetField, confidence: one.confidence };
      return [{ family, header, gold, isNew: hasNoName(signalsOf(at)), answer }];
    });
  });
}
