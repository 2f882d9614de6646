import { describe, expect, test } from '@jest/globals';
import { describeWithRealData, realData } from '#test/harness/real-data.ts';
import { figuresOf, type Figures } from './figures.ts';
import { askShipped } from './shipped.ts';

/** With the shipped weights, which were learned from most of these columns too: a floor against slipping back. */
const shippedFigures = (file: string): Figures => figuresOf(askShipped(file));

describe('on the columns written for this project', () => {
  test('the engine keeps F1 ≥ .93, false suggestions ≤ .1, calibration error ≤ .05', () => {
    const figures = shippedFigures('bench/mapping/written-columns.csv');
    expect(figures.columns).toBeGreaterThan(1_500);
    expect(figures.f1).toBeGreaterThanOrEqual(0.93);
    expect(figures.falseSuggestions).toBeLessThanOrEqual(0.1);
    expect(figures.calibrationError).toBeLessThanOrEqual(0.05);
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

describe('on columns of systems nobody learned from, of which nobody looked at single answers', () => {
  test('the engine keeps F1 ≥ .87, top-1 ≥ .93, precision at ≥ .9 ≥ .97, false suggestions ≤ .05', () => {
    const figures = shippedFigures('bench/mapping/fresh-columns.csv');
    expect(figures.columns).toBeGreaterThan(1_000);
    expect(figures.f1).toBeGreaterThanOrEqual(0.87);
    expect(figures.top1).toBeGreaterThanOrEqual(0.93);
    expect(figures.surePrecision).toBeGreaterThanOrEqual(0.97);
    expect(figures.falseSuggestions).toBeLessThanOrEqual(0.05);
  });
});
