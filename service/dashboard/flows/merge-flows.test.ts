import { describe, expect, test } from '@jest/globals';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { Tenant } from '../session/session-context.ts';
import { readMergedPage, type Source } from './merge-flows.ts';

/** Engagements with flows made at the given minutes, read in pages of two. */
function engagements(minutes: Record<string, number[]>) {
  const calls: string[] = [];
  const sources: Source[] = Object.keys(minutes).map((engagementId) => ({
    tenant: { clientAccountId: 'client', engagementId },
    buffered: [],
    cursor: undefined,
  }));
  const readPage = (tenant: Tenant, cursor: string | undefined) => {
    const from = Number(cursor ?? 0);
    const all = [...(minutes[tenant.engagementId] ?? [])].sort((left, right) => right - left);
    calls.push(`${tenant.engagementId}@${from}`);
    const items = all.slice(from, from + 2).map((minute) => flowAt(minute));
    return Promise.resolve({ items, next_cursor: from + 2 < all.length ? String(from + 2) : null });
  };
  return { sources, readPage, calls };
}

function flowAt(minute: number): Flow {
  return { flow_id: `flow-${minute}`, created_at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString() } as Flow;
}

async function readAll(sources: Source[], readPage: Parameters<typeof readMergedPage>[2]): Promise<string[][]> {
  const pages: string[][] = [];
  for (let next: Source[] | null = sources; next !== null;) {
    const page = await readMergedPage(next, 2, readPage);
    pages.push(page.items.map(({ flow }) => flow.flow_id));
    next = page.next;
  }
  return pages;
}

describe('pages over several engagements', () => {
  test('are newest first over all of them and lose nothing', async () => {
    const { sources, readPage } = engagements({ left: [1, 2, 9, 10], right: [3, 4, 5, 6, 7, 8], none: [] });
    expect(await readAll(sources, readPage)).toEqual([
      ['flow-10', 'flow-9'],
      ['flow-8', 'flow-7'],
      ['flow-6', 'flow-5'],
      ['flow-4', 'flow-3'],
      ['flow-2', 'flow-1'],
    ]);
  });

  test('read no page twice and none that is not needed', async () => {
    const { sources, readPage, calls } = engagements({ left: [1, 2, 3], right: [7, 8, 9] });
    const first = await readMergedPage(sources, 2, readPage);
    expect(calls).toEqual(['left@0', 'right@0']);
    await readMergedPage(first.next ?? [], 2, readPage);
    expect(calls).toEqual(['left@0', 'right@0', 'right@2']);
  });
});
