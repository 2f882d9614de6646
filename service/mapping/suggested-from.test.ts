import { describe, expect, test } from '@jest/globals';
import { targetFields } from '#shared/target-fields.ts';
import { suggestMappings } from './mapping-engine.ts';
import { suggestedFrom } from './suggested-from.ts';
import { atOnce } from '../engine-parts/steps.ts';
import { buildHeaderIndex } from './header-index.ts';
import { readSignals } from './signals.ts';
import { createSheetProfiler } from '../profiling/column-profiler.ts';
import { buildColumns } from '#shared/column-keys.ts';

const index = atOnce(buildHeaderIndex(targetFields));

function profilesOf(header: string, cells: readonly string[]) {
  const profiler = createSheetProfiler(buildColumns([header]));
  profiler.add(cells.map((cell) => ({ cells: [cell] })));
  return profiler.profiles();
}

/** From which probability on the field would be suggested under the header. */
function from(header: string, field: string, cells: readonly string[]): number | undefined {
  const { fields, noField } = atOnce(readSignals(profilesOf(header, cells), targetFields, index))(0);
  const candidate = fields.find((one) => one.field === field);
  return candidate === undefined ? undefined : suggestedFrom(candidate, noField);
}

describe('the probability from which on a field is suggested', () => {
  test('is lower where every word is known and most of a name is held', () => {
    expect(from('Asset OS Family', 'operating_system', ['Windows', 'Linux'])).toBeLessThan(0.5);
  });

  test('is the usual one where the values speak against it, or the header only holds such words as version', () => {
    expect(from('Owner', 'business_owner', ['10.0.0.1', '10.0.0.2'])).toBeGreaterThan(0.65);
    expect(from('Version', 'os_version', ['1.2', '1.3'])).toBeGreaterThan(0.65);
  });

  test('is higher where the header is only spelt like a name', () => {
    expect(from('Manufaturer', 'manufacturer', ['Dell', 'HP'])).toBeGreaterThan(0.7);
  });

  test('shows no suggestion as less sure than suggestions mostly are', () => {
    const columns = profilesOf('Current Operating System Family', ['Windows', 'Linux']);
    const [one] = suggestMappings({ columns, targetFields });
    expect(one?.targetField).toBe('operating_system');
    expect(one?.confidence).toBeGreaterThanOrEqual(0.7);
    expect(one?.candidates[0]?.confidence_score).toBe(one?.confidence);
  });
});
