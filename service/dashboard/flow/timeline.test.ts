import { describe, expect, test } from '@jest/globals';
import type { AgentTask, Flow } from '#shared/schemas/flow.schema.ts';
import { buildTimeline } from './timeline.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const ms = (second: number): number => Date.parse(at(second));

function task(
  attempt: number,
  status: AgentTask['status'],
  [queued, started, finished]: [number, number, number | null],
): AgentTask {
  return {
    phase: 'data_validation',
    attempt,
    status,
    queued_at: at(queued),
    started_at: at(started),
    finished_at: finished === null ? null : at(finished),
    result: null,
  } as AgentTask;
}

function flow(status: Flow['status'], waitsSince: number | null): Flow {
  const phase = { rows_done: 0, rows_total: 0, attempt: 1, finished_at: null, status: 'running' };
  return {
    status,
    created_at: at(0),
    updated_at: at(40),
    phases: [
      { ...phase, phase: 'data_validation', started_at: at(2) },
      { ...phase, phase: 'waiting_for_approval', started_at: waitsSince === null ? null : at(waitsSince) },
    ],
  } as Flow;
}

describe('the timeline', () => {
  test('sums queue waits and work of all attempts apart from each other', () => {
    const tasks = [task(1, 'failed', [0, 2, 5]), task(2, 'completed', [10, 11, 20])];
    const [lane] = buildTimeline(flow('running', null), tasks, ms(30)).lanes;
    expect([lane?.queuedMs, lane?.ranMs]).toEqual([3_000, 12_000]);
    expect(lane?.stretches.map((stretch) => stretch.kind)).toEqual(['queued', 'queued', 'failed', 'completed']);
  });

  test('counts the wait of a retry from the end of the attempt before it, never the same second twice', () => {
    const tasks = [task(2, 'failed', [0, 9, 10]), task(1, 'failed', [0, 2, 5]), task(3, 'completed', [0, 12, 13])];
    const [lane] = buildTimeline(flow('running', null), tasks, ms(30)).lanes;
    expect([lane?.queuedMs, lane?.ranMs]).toEqual([2_000 + 4_000 + 2_000, 5_000]);
  });

  test('lets an open stretch run until now, and no further than the moment the flow stopped', () => {
    const open = [task(1, 'running', [0, 2, null])];
    expect(buildTimeline(flow('running', null), open, ms(30)).endMs).toBe(ms(30));
    expect(buildTimeline(flow('deleted', null), open, ms(3_000)).endMs).toBe(ms(40));
    expect(buildTimeline(flow('waiting_for_approval', 20), [], ms(90)).lanes[1]?.ranMs).toBe(70_000);
  });

  test('never runs backwards when the clocks of two workers differ', () => {
    const [lane] = buildTimeline(flow('running', null), [task(1, 'completed', [3, 2, 1])], ms(30)).lanes;
    expect([lane?.queuedMs, lane?.ranMs]).toEqual([0, 0]);
  });

  test('says nothing of a phase that has not begun', () => {
    const [, waiting] = buildTimeline(flow('running', null), [], ms(30)).lanes;
    expect(waiting).toMatchObject({ stretches: [], queuedMs: null, ranMs: null });
  });

  test('stops what was open when its flow was deleted', () => {
    expect(buildTimeline(flow('deleted', 20), [], ms(90)).lanes[1]).toMatchObject({ status: 'stopped', ranMs: 20_000 });
    expect(buildTimeline(flow('waiting_for_approval', 20), [], ms(90)).lanes[1]?.status).toBe('running');
  });

  test('shows the wait for an analyst after a preview, whose second run is no second try', () => {
    const preview = { ...task(1, 'completed', [0, 2, 5]), result: { is_preview: true } };
    const waiting = flow('waiting_for_approval', null);
    waiting.phases[0] = { ...waiting.phases[0], status: 'waiting' } as Flow['phases'][number];
    const [shown] = buildTimeline(waiting, [preview], ms(30)).lanes;
    expect(shown).toMatchObject({ ranMs: 3_000, decidedMs: 25_000, tries: 1 });
    expect(shown?.stretches.map(({ kind }) => kind)).toEqual(['queued', 'completed', 'waiting']);
    const applied = flow('completed', null);
    applied.phases[0] = { ...applied.phases[0], status: 'completed', attempt: 2 } as Flow['phases'][number];
    const tasks = [preview, task(2, 'completed', [20, 21, 25])];
    expect(buildTimeline(applied, tasks, ms(30)).lanes[0]).toMatchObject({ decidedMs: 15_000, tries: 1 });
  });

  test('counts no second try where a completed phase ran again for a rebuild or a withdrawal', () => {
    const withdrawn = flow('cancelled', null);
    withdrawn.phases[0] = { ...withdrawn.phases[0], status: 'completed', attempt: 3 } as Flow['phases'][number];
    const first = [task(1, 'failed', [0, 1, 2]), task(2, 'completed', [3, 4, 5])];
    const [lane] = buildTimeline(withdrawn, [...first, task(3, 'completed', [20, 21, 25])], ms(30)).lanes;
    expect(lane).toMatchObject({ tries: 1, runs: 2 });
  });
});
