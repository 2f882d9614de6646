import { afterAll, beforeAll, expect, test } from '@jest/globals';
import papa from 'papaparse';
import { fetchFile } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { targetFields } from '#shared/target-fields.ts';
import { importWhole } from '../harness/import-whole.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await importWhole(service.as('files'), {
    sheet: {
      columns: ['Hostname', 'IP Address', 'Operating System', 'Serial Number'],
      rows: Array.from({ length: 5 }, (_, at) => [
        `srv${at}`,
        `10.0.0.${at + 1}`,
        'Ubuntu 22.04',
        `CZ${1_000 + at * 7}XK`,
      ]),
    },
  });
});
afterAll(() => service?.stop());

async function headersOf(query: { headers?: 'words' | 'names' }, client = 'files'): Promise<string[]> {
  const file = await fetchFile(service.as(client), endpoints.exportAssetsCsv, { query });
  return papa.parse<string[]>((await file.text()).replace('\ufeff', '')).data[0] ?? [];
}

test('the file of assets has the fields that columns were read as, in words and in the order of the catalogue', async () => {
  const own = ['Disks', 'Network adapters', 'Imports', 'Found in', 'Last imported', 'Inventory ID'];
  expect(await headersOf({})).toEqual([
    'Name',
    'Class',
    'Hostname',
    'Serial number',
    'Operating system',
    'IP address',
    ...own,
  ]);
  expect(await headersOf({}, 'nobody')).toEqual(['Name', 'Class', ...own]);
});

test('the file has all fields under their names for scripts that ask for names', async () => {
  const headers = await headersOf({ headers: 'names' });
  expect(headers.slice(0, 3)).toEqual(['inventory_name', 'inventory_class', targetFields[0]?.name]);
  expect(targetFields.filter(({ name }) => !headers.includes(name))).toEqual([]);
});
