import { expect, test } from '@jest/globals';
import type { ImportFieldMappingDocument, ValueDecision } from '../models/import-field-mapping.model.ts';
import { learned, lessonsOf } from './lessons.ts';

const tenant = { clientAccountId: 'acme', engagementId: 'main' };
const by = { tenant, actor: 'ana', now: new Date('2026-11-30') };

const said = (value: string, target_value: string | null, day: number): ValueDecision => ({
  value,
  target_value,
  decided_by: 'ana',
  decided_at: new Date(Date.UTC(2026, 10, day)),
});

function column(
  value_decisions: ValueDecision[],
  { cleansing = null, ...more }: Partial<ImportFieldMappingDocument> = {},
) {
  const target_field = more.target_field ?? 'status';
  const mapping = {
    source_field: 'Status',
    target_field,
    status: 'approved',
    match_type: 'alias',
    data_import_id: 'imp_1',
    decided_by: 'ana',
    answers: [{ target_field, value_decisions, cleansing }],
    ...more,
  };
  return { mapping: mapping as ImportFieldMappingDocument, profile: undefined };
}

function learn(columns: ReturnType<typeof column>[], before?: ReturnType<typeof learned>) {
  const [lesson] = lessonsOf(tenant, columns).values();
  if (!lesson) throw new Error('nothing was learned');
  return learned(lesson, before, by);
}

const meanings = ({ meanings: kept = [] }: ReturnType<typeof learned>) =>
  kept.map(({ value, target_value }) => [value, target_value]);

test('per value the newest decision counts, whichever import was approved first', () => {
  const later = learn([column([said('A', 'in_use', 20), said('B', 'retired', 20)])]);
  const earlier = learn([column([said('A', 'in_stock', 10), said('C', null, 10)])], later);
  expect(meanings(earlier)).toEqual([
    ['C', null],
    ['A', 'in_use'],
    ['B', 'retired'],
  ]);
});

test('two columns of one header and field are learned from both, of two fields from the last', () => {
  expect(meanings(learn([column([said('A', 'in_use', 1)]), column([said('B', 'retired', 2)])]))).toHaveLength(2);
  const other = column([said('B', 'retired', 2)], { target_field: 'lifecycle_stage' });
  expect(meanings(learn([column([said('A', 'in_use', 1)]), other]))).toEqual([['B', 'retired']]);
});

test('another field, and a column that is left out, drop what values meant; one in bulk changes nothing that was explicit', () => {
  const before = learn([column([said('A', 'in_use', 1)], { match_type: 'manual' })]);
  const inBulk = learn([column([said('A', 'retired', 2)], { target_field: 'lifecycle_stage' })], before);
  expect(inBulk).toBe(before);
  const other = column([], { target_field: 'lifecycle_stage', match_type: 'manual' });
  expect(meanings(learn([other], before))).toEqual([]);
  expect(meanings(learn([column([said('A', 'in_use', 3)], { status: 'rejected' })], before))).toEqual([]);
});

test('what was answered of a column is replaced by another answer, and goes only where somebody took it back', () => {
  const inGb = learn([column([], { match_type: 'manual', cleansing: { unit: 'GB' } })]);
  expect(learn([column([])], inGb).cleansing).toEqual({ unit: 'GB' });
  expect(learn([column([], { cleansing: { unit: 'MB' } })], inGb).cleansing).toEqual({ unit: 'MB' });
  expect(learn([column([], { match_type: 'manual' })], inGb).cleansing).toEqual({ unit: 'GB' });
  const offered = { memory_id: inGb._id, cleansing: null };
  expect(learn([column([], offered)], inGb).cleansing).toBeNull();
  expect(learn([column([], { ...offered, decided_in_bulk: true })], inGb).cleansing).toEqual({ unit: 'GB' });
});

test('a field decided again on the column belongs to the later import; in bulk it only uses what was decided before', () => {
  const later = { ...by, actor: 'ben', now: new Date('2026-12-01') };
  const again = (more: Partial<ImportFieldMappingDocument>) => {
    const before = learn([column([], { match_type: 'manual' })]);
    const [lesson] = lessonsOf(tenant, [column([], { data_import_id: 'imp_2', decided_by: 'ben', ...more })]).values();
    return lesson && learned(lesson, before, later);
  };
  const decided = { data_import_id: 'imp_2', confirmed_by: 'ben', confirmed_at: later.now, use_count: 2, version: 1 };
  expect(again({ match_type: 'manual' })).toMatchObject(decided);
  const first = { data_import_id: 'imp_1', confirmed_by: 'ana', confirmed_at: by.now, use_count: 2, version: 1 };
  expect(again({})).toMatchObject(first);
});

test('of a header longer than any title, what names it is kept, so that a search has little to read', () => {
  expect(learn([column([], { source_field: `Status${'_'.repeat(30_000)}` })]).header).toBe(`Status${'_'.repeat(194)}`);
});
