import { describe, expect, test } from '@jest/globals';
import { suggestMappings } from '#service/mapping/mapping-engine.ts';
import { targetFields } from '#shared/target-fields.ts';
import { describeWithRealData, realData } from '#test/harness/real-data.ts';
import { figuresOf, type Figures, type Scored } from './figures.ts';
import { readLabelledSheets } from './labelled-columns.ts';

/** With the shipped weights, which were learned from these columns too: a floor against slipping back, no evaluation. */
function shippedFigures(file: string): Figures {
  return figuresOf(
    readLabelledSheets(file).flatMap(({ columns, profiles, family }) => {
      const suggestions = suggestMappings({ columns: profiles, targetFields });
      return columns.flatMap(({ gold }, at): Scored[] => {
        const one = suggestions[at];
        if (gold === null || one === undefined) return [];
        const ranking = one.candidates.map((candidate) => candidate.target_field);
        return [{ family, gold, answer: { ranking, suggested: one.targetField, confidence: one.confidence } }];
      });
    }),
  );
}

describe('on the columns written for this project', () => {
  test('the engine keeps F1 ≥ .93, false suggestions ≤ .1, calibration error ≤ .03', () => {
    const figures = shippedFigures('bench/mapping/written-columns.csv');
    expect(figures.columns).toBeGreaterThan(1_500);
    expect(figures.f1).toBeGreaterThanOrEqual(0.93);
    expect(figures.falseSuggestions).toBeLessThanOrEqual(0.1);
    expect(figures.calibrationError).toBeLessThanOrEqual(0.03);
  });
});

describeWithRealData('mapping-dev.csv', 'on the labelled columns of real systems', () => {
  test('the engine keeps top-1 ≥ .97, precision ≥ .96, recall ≥ .95, false suggestions ≤ .04', () => {
    const figures = shippedFigures(realData('mapping-dev.csv'));
    expect(figures.top1).toBeGreaterThanOrEqual(0.97);
    expect(figures.precision).toBeGreaterThanOrEqual(0.96);
    expect(figures.recall).toBeGreaterThanOrEqual(0.95);
    expect(figures.falseSuggestions).toBeLessThanOrEqual(0.04);
  });
});
