import { expect, test } from '@jest/globals';
import { resultTiles } from './result-tiles.ts';

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
  missing: 6,
  newly_missing: 2,
  replaced: 0,
  listed_last: 40,
  headings: 0,
  field_changes: 0,
};

const conflicts = { open: 2, decided: 2 };

test('what needs somebody stands first, and every figure opens the list of what it counts', () => {
  const findings = [{ label: 'findings', figure: 7 }];
  const opened = resultTiles(flow, { inventory: counts, conflicts, findings }).map(({ figure, opens }) => [
    figure,
    opens && 'href' in opens ? opens.href : null,
  ]);
  const ofFlow = '/dashboard/?flow=flow_1&flow_client=acme&flow_engagement=main&tab=assets';
  expect(opened).toEqual([
    [2, '/dashboard/?page=conflicts&client=acme&engagement=main&import=imp_1'],
    [6, `${ofFlow}&kind=missing`],
    [7, null],
    [1, `${ofFlow}&kind=created`],
    [2, `${ofFlow}&kind=updated`],
    [3, `${ofFlow}&kind=unchanged`],
  ]);
});

const labelsOf = (...counted: Parameters<typeof resultTiles>): string[] =>
  resultTiles(...counted).map(({ figure, label }) => `${figure} ${label}`);

test('what is only shown is said to be still to come', () => {
  expect(labelsOf(flow, { inventory: counts, conflicts: null })).toEqual([
    '4 conflicts',
    '6 assets missing',
    '1 asset to be created',
    '2 assets to be updated',
    '3 assets unchanged',
  ]);
});

test('conflicts that are all decided are said to be', () => {
  const [tile] = resultTiles(flow, { inventory: counts, conflicts: { open: 0, decided: 3 } });
  expect(tile).toEqual({
    label: 'conflicts decided',
    figure: 3,
    opens: { href: '/dashboard/?page=conflicts&client=acme&engagement=main&decision=decided&import=imp_1' },
  });
});

test('the first import of a sheet has none that are unchanged or missing', () => {
  const first = { ...counts, unchanged: 0, missing: 0, listed_last: 0 };
  expect(labelsOf(flow, { inventory: first, conflicts })).toEqual([
    '2 conflicts',
    '1 asset created',
    '2 assets updated',
  ]);
  expect(labelsOf(flow, { inventory: { ...first, listed_last: 40 }, conflicts })).toHaveLength(5);
});
