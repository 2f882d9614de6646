import { describe, expect, test } from '@jest/globals';
import { pace, paceWords, phasePace, rowsOf, doneFigure, doneWords, sizeWords, speedWords } from './pace.ts';
import type { FlowPhaseView } from '../schemas/flow.schema.ts';

const startedAt = '2026-11-28T10:00:00.000Z';
const nowMs = Date.parse(startedAt) + 5_000;
const running: FlowPhaseView = {
  phase: 'data_validation',
  status: 'running',
  rows_done: 50,
  rows_total: 100,
  attempt: 1,
  started_at: startedAt,
  finished_at: null,
};

test('a rate is given only when there is something to count on', () => {
  expect(pace(0, 100, 5_000)).toBeNull();
  expect(pace(10, 100, 100)).toBeNull();
  expect(pace(50, 100, 5_000)).toEqual({ perSecond: 10, leftMs: 5_000 });
});

describe('the pace of a phase', () => {
  test('is that of its rows since it began', () => {
    expect(phasePace(running, nowMs)).toEqual({ perSecond: 10, leftMs: 5_000 });
  });

  test.each<[string, Partial<FlowPhaseView>]>([
    ['is done', { status: 'completed' }],
    ['has done no row yet', { rows_done: 0 }],
    ['counts no rows', { rows_done: 1, rows_total: 0 }],
    ['has not begun', { started_at: null }],
  ])('is not told of one that %s', (_which, change) => {
    expect(phasePace({ ...running, ...change }, nowMs)).toBeNull();
  });

  test('never has less than nothing left', () => {
    expect(phasePace({ ...running, rows_done: 120 }, nowMs)?.leftMs).toBe(0);
  });
});

test.each([
  [paceWords({ perSecond: 21_400.4, leftMs: 41_000 }), '21,400 rows/s · 41 s left'],
  [paceWords({ perSecond: 3, leftMs: 400 }), '3 rows/s · nearly done'],
  [rowsOf(1_200, 3_503), '1,200 of 3,503 rows'],
])('%j is written as people read it', (written, expected) => {
  expect(written).toBe(expected);
});

test.each([
  ['data_cleansing', '1,200 of 4,800 rows', '300 rows/s · 12 s left', '4,800 rows'],
  ['dependency_analysis', '25\u00a0%', '12 s left', ''],
  ['tech_debt_assessment', '25\u00a0%', '12 s left', ''],
  ['withdrawal', '25\u00a0%', '12 s left', ''],
] as const)('%s is told in what it goes through, and assets are not called rows', (phase, done, speed, size) => {
  const view = { phase, rows_done: 1_200, rows_total: 4_800 };
  expect(doneWords(view)).toBe(done);
  expect(speedWords(view, { perSecond: 300, leftMs: 12_000 })).toBe(speed);
  expect(sizeWords(view)).toBe(size);
});

test('the short form leaves the word for rows out', () => {
  expect(doneFigure({ phase: 'data_cleansing', rows_done: 1_200, rows_total: 4_800 })).toBe('1,200 / 4,800');
  expect(doneFigure({ phase: 'withdrawal', rows_done: 1_200, rows_total: 4_800 })).toBe('25\u00a0%');
});
