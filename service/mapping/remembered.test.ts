import { expect, test } from '@jest/globals';
import { buildColumns } from '#shared/column-keys.ts';
import { targetFields } from '#shared/target-fields.ts';
import { createSheetProfiler } from '../profiling/column-profiler.ts';
import { suggestMappings } from './mapping-engine.ts';
import type { RememberedMapping } from './remembered.ts';

const hostIsReference: RememberedMapping = {
  id: 'mem_1',
  fingerprint: 'host',
  valueKind: 'text',
  targetField: 'host_server',
  isExplicit: false,
  confirmedBy: 'ann',
  confirmedAt: new Date('2026-11-01T00:00:00Z'),
  useCount: 1,
};

function suggestedForHost(memory: readonly RememberedMapping[]): string | null {
  const columns = buildColumns(['Host', 'Cluster', 'CPU Model', '# Cores', 'ESX Version']);
  const profiler = createSheetProfiler(columns);
  profiler.add(
    ['esx-01', 'esx-02', 'esx-03'].map((host) => ({
      cells: [host, 'Cluster1', 'Intel(R) Xeon(R) CPU E5-2680', 16, 'VMware ESXi 6.0.0 build-4192238'],
    })),
  );
  return suggestMappings({ columns: profiler.profiles(), targetFields, memory })[0]?.targetField ?? null;
}

test('what was approved in bulk on a sheet of machines does not turn a sheet of hosts into references', () => {
  expect(suggestedForHost([])).toBe('asset_name');
  expect(suggestedForHost([hostIsReference])).toBe('asset_name');
});

test('what somebody decided on the very column goes before the engine, however sure it is', () => {
  expect(suggestedForHost([{ ...hostIsReference, isExplicit: true }])).toBe('host_server');
});

test('a second column somebody decided on is as sure as before, one the engine marks is not', () => {
  const profiler = createSheetProfiler(buildColumns(['Serial Number', 'Serial No.', 'S/N']));
  const remembered = (id: string, fingerprint: string): RememberedMapping => ({
    ...hostIsReference,
    id,
    fingerprint,
    targetField: 'serial_number',
    isExplicit: true,
  });
  const memory = [remembered('mem_1', 'serial number'), remembered('mem_2', 'serial no')];
  const suggestions = suggestMappings({ columns: profiler.profiles(), targetFields, memory });
  expect(suggestions.map((one) => [one.isSecondary, one.confidence])).toEqual([
    [false, 0.99],
    [true, 0.99],
    [true, 0.88],
  ]);
});
