import { suggestMappings } from '#service/mapping/mapping-engine.ts';
import { targetFields } from '#shared/target-fields.ts';
import type { Scored } from './figures.ts';
import { readLabelledSheets } from './labelled-columns.ts';

/** What the engine as it is shipped says of the columns of a file. */
export function askShipped(file: string): Scored[] {
  return readLabelledSheets(file).flatMap(({ columns, profiles }) => {
    const suggestions = suggestMappings({ columns: profiles, targetFields });
    return columns.flatMap(({ gold, family, header }, at): Scored[] => {
      const one = suggestions[at];
      if (gold === null || one === undefined) return [];
      const ranking = one.candidates.map((candidate) => candidate.target_field);
      return [{ family, header, gold, answer: { ranking, suggested: one.targetField, confidence: one.confidence } }];
    });
  });
}
