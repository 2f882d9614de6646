import { describe, expect, test } from '@jest/globals';
import { buildColumns } from '#shared/column-keys.ts';
import { createSheetProfiler } from '../profiling/column-profiler.ts';
import { decideProposals, reviewValues } from './propose-values.ts';

const mapping = {
  target_field: 'environment',
  source_field: 'Environment',
  status: 'suggested' as const,
};

function reviewOf(values: readonly string[], decided = {}) {
  const profiler = createSheetProfiler(buildColumns(['Environment']));
  profiler.add(values.map((value) => ({ cells: [value] })));
  return reviewValues({ ...mapping, ...decided }, profiler.profiles()[0]);
}

describe('the values of a column that an analyst decides on', () => {
  const long = `production ${'and more '.repeat(20)}`.trim();

  test('are as they stand in the cells; longer ones, which profiles cut, are not offered but counted', () => {
    const review = reviewOf(['Prod', long, 'Prod', `${long} still`]);
    expect(review?.values.map(({ value, count }) => [value, count])).toEqual([['Prod', 2]]);
    expect(review?.unlisted).toBe(2);
  });

  test('are offered up to the longest that profiles list whole', () => {
    const longest = long.slice(0, 119) + 'x';
    expect(reviewOf([longest])?.values.map(({ value }) => value)).toEqual([longest]);
  });

  test('are proposed to stay empty where cleansing takes them for blank, and become no decision', () => {
    const review = reviewOf(['n/a', '-', 'Wonderland']);
    if (!review) throw new Error('no review');
    expect(
      review.values.map(({ value, target_value, confidence_score }) => [value, target_value, confidence_score]),
    ).toEqual([
      ['n/a', null, 1],
      ['-', null, 1],
      ['Wonderland', null, 0],
    ]);
    expect(decideProposals(review, [], { actor: 'a', at: new Date(0) })).toEqual([]);
  });

  test('become no decision, by approval, where they were cut', () => {
    const review = reviewOf(['Prod', long]);
    if (!review) throw new Error('no review');
    const decisions = decideProposals(review, [], { actor: 'a', at: new Date(0) });
    expect(decisions.map(({ value }) => value)).toEqual(['Prod']);
  });

  test('that are only guessed at become a decision where somebody approved the column itself, and none in bulk', () => {
    const decisionsIn = (decided: object) => {
      const review = reviewOf(['Prod', 'P', 'Stagging'], decided);
      if (!review) throw new Error('no review');
      const decisions = decideProposals(review, [], { actor: 'a', at: new Date(0) });
      return [review.values.filter((one) => one.needs_decision).length, decisions.map(({ value }) => value)];
    };
    expect(decisionsIn({ status: 'approved', decided_in_bulk: true })).toEqual([2, ['Prod']]);
    expect(decisionsIn({ status: 'suggested' })).toEqual([2, ['Prod']]);
    expect(decisionsIn({ status: 'approved' })).toEqual([0, ['Prod', 'P', 'Stagging']]);
  });

  test('are proposed as an earlier import left them, for the same field only and while the field takes such a value', () => {
    const profiler = createSheetProfiler(buildColumns(['Environment']));
    profiler.add(['Prd-2', 'Elsewhere', 'New'].map((value) => ({ cells: [value] })));
    const by = { decided_by: 'ana', decided_at: new Date(0) };
    const meanings = [
      { value: 'Prd-2', target_value: 'sandbox', ...by },
      { value: 'Elsewhere', target_value: 'no such value', ...by },
    ];
    const targetsWith = (target_field: string) =>
      reviewValues({ ...mapping, remembered_values: { target_field, meanings } }, profiler.profiles()[0])?.values.map(
        ({ target_value, remembered }) => [target_value, remembered?.decided_by],
      );
    expect(targetsWith('environment')).toEqual([
      ['sandbox', 'ana'],
      [null, undefined],
      [null, undefined],
    ]);
    expect(targetsWith('lifecycle_stage')?.[0]).toEqual(['production', undefined]);
  });
});
