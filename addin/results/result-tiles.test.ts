import { expect, test } from '@jest/globals';
import { inventoryTiles } from './result-tiles.ts';

const flow = {
  connection: { origin: '', apiKey: 'k', clientAccountId: 'acme', engagementId: 'main' },
  flowId: 'flow_1',
  dataImportId: 'imp_1',
};
const counts = {
  created: 1,
  updated: 2,
  unchanged: 3,
  component: 0,
  duplicate: 0,
  conflict: 5,
  unidentified: 0,
  not_a_record: 0,
  conflicts: 4,
  missing: 0,
  headings: 0,
  field_changes: 0,
};

test('every figure of the inventory opens the list of what it counts', () => {
  const opened = inventoryTiles(flow, counts).map(({ figure, opens }) => [
    figure,
    opens && 'href' in opens ? opens.href : null,
  ]);
  const ofFlow = '/dashboard/?flow=flow_1&flow_client=acme&flow_engagement=main&tab=assets';
  expect(opened).toEqual([
    [1, `${ofFlow}&kind=created`],
    [2, `${ofFlow}&kind=updated`],
    [3, `${ofFlow}&kind=unchanged`],
    [4, '/dashboard/?page=conflicts&client=acme&engagement=main&import=imp_1'],
  ]);
});

test('what is only shown is said to be still to come', () => {
  const labels = inventoryTiles(flow, counts, 'shown').map(({ label }) => label);
  expect(labels).toEqual(['assets to be created', 'assets to be updated', 'assets unchanged', 'conflicts']);
});
