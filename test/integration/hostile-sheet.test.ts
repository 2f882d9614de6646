import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import papa from 'papaparse';
import { API_PREFIX } from '#shared/endpoint.ts';
import { fieldLabel } from '#shared/field-label.ts';
import { endpoints } from '#shared/endpoints.ts';
import { fieldValueText } from '#shared/value-text.ts';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import { storeImport } from '../harness/store-import.ts';
import { resultOf } from '../harness/import-whole.ts';
import { readRawSheet } from '../harness/raw-workbook.ts';
import { ADMIN_KEY, startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const HOSTILE: readonly Cell[] = [
  ...['constructor', 'toString', '__proto__', 'hasOwnProperty', '$where', 'a.b', '<b>&"\'', ']]>', '_x0041_'],
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '\uff1d1+1', 'x; =HYPERLINK("http://e")'],
  ...['\u0001\u0002', '\ufffe', '\u2028', '\u202eevil', '\u200b', '\ufeff', 'e\u0301', 'é', 'İSTANBUL', 'straße'],
  ...['10.0.0.1/33', '999.1.1.1', '::', 'fe80::1%eth0', '00:00:00:00:00:00', '2024-02-30', '31/04/2024', '1.234,5'],
  ...['1e5 GB', 'NaN', '١٢', '１２３', '½', ';;;', ','.repeat(2_000), '('.repeat(2_000), '1,'.repeat(1_000)],
  ...[1e308, 5e-324, -0, 2 ** 53, 0.1, 60, 59, 0, 2_958_466, -1, true, false],
  { type: 'date', iso: '1900-02-28T00:00:00', serial: 60, format: '"=1+1"d' },
  { type: 'date', iso: '9999-12-31T23:59:59.999', serial: 2_958_465.99, format: 'd' },
  { type: 'error', code: 'constructor' },
];
const columns = targetFields.map(({ name }) => name);
/** Each value stands in every seventh column, so that every field meets every value. */
const rows = HOSTILE.flatMap((value, index) =>
  [0, 1, 2, 3, 4, 5, 6].map((shift) =>
    columns.map((name, at): Cell => {
      if (name === 'hostname') return `srv-${index}-${shift}`;
      return at % 7 === shift ? value : null;
    }),
  ),
);

async function importAll() {
  const connection = service.as('hostile');
  const { flow_id, data_import_id } = await storeImport(connection, { sheet: { columns, rows } });
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  const params = { data_import_id };
  const { items, revision } = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  const changes = items.map(({ id, source_field }) => ({ id, target_field: source_field }));
  await fetchEndpoint(connection, endpoints.changeFieldMappings, { params, ifMatch: revision, body: { changes } });
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {} });
  await waitForFlow(connection, flow_id, ['completed']);
  return { params, outcome: await resultOf(connection, flow_id, 'asset-inventory') };
}

async function fileOf(name: string): Promise<Buffer> {
  const headers = { Authorization: `Bearer ${ADMIN_KEY}`, 'X-Client-Account-Id': 'hostile', 'X-Engagement-Id': 'main' };
  const answer = await fetch(`${service.origin}${API_PREFIX}/exports/${name}`, { headers });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

/** A text as a workbook can hold it, and Excel shows it. */
const inXml = (text: string): string => text.replace(/[^\t\n\r\u0020-\ufffd]/g, '\ufffd');
const shown = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** What cleansing does to every text. */
const tidy = (text: string): string => text.trim().normalize('NFC');

/** Read from the file's XML: no cell is a formula or an error, and each text value of an asset is a text cell that says it. */
async function expectTextsOnly(file: Buffer): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hostile-'));
  await writeFile(path.join(folder, 'assets.xlsx'), file);
  const cells = await readRawSheet(path.join(folder, 'assets.xlsx'), 'Assets');
  await rm(folder, { recursive: true });
  expect([...cells].filter(([, cell]) => cell.isFormula || cell.isError)).toEqual([]);
  const at = (column: string, row: number) => cells.get(`${column}${row}`)?.value;
  const letters = new Map(
    [...cells].flatMap(([address, { value }]) => (/^[A-Z]+1$/.test(address) ? [[value, address.slice(0, -1)]] : [])),
  );
  const rowOf = new Map(
    [...cells].flatMap(([address, { value }]) =>
      address.replace(/\d+$/, '') === letters.get('Inventory ID') ? [[value, Number(address.replace(/^\D+/, ''))]] : [],
    ),
  );
  const { items } = await fetchEndpoint(service.as('hostile'), endpoints.listAssets, { query: { limit: 1_000 } });
  expect(rowOf.size).toBe(items.length + 1);
  const wrong = [];
  const survived = new Set<unknown>();
  for (const { asset_id, values } of items)
    for (const {
      field,
      values: [value, ...more],
    } of values) {
      if (typeof value !== 'string' || more.length > 0) continue;
      const cell = at(letters.get(fieldLabel(field)) ?? '', rowOf.get(asset_id) ?? 0);
      if (typeof cell !== 'string' || shown(cell) !== inXml(fieldValueText(field, value)))
        wrong.push([field, value, cell]);
      survived.add(value);
    }
  expect(wrong).toEqual([]);
  const lost = HOSTILE.filter((value) => typeof value === 'string' && !survived.has(tidy(value)));
  // What cannot be seen, a few signs alone, and what stands for no number say nothing.
  expect(lost).toEqual(['\u0001\u0002', '\u2028', '\u200b', '\ufeff', '::', 'NaN', ';;;']);
}

/** Two whole imports and five exports, beside all other tests. */
const LONG_MS = 300_000;

test(
  'a sheet of hostile cells in every field comes through, the same again changes nothing, and files of it are safe',
  async () => {
    const { params } = await importAll();
    const raw = await fetchEndpoint(service.as('hostile'), endpoints.listRecords, { params, query: { limit: 1_000 } });
    expect(raw.items.map(({ raw_data }) => columns.map((name) => raw_data[name]))).toEqual(
      rows.map((cells) => cells.map((cell) => (Object.is(cell, -0) ? 0 : cell))),
    );
    expect((await importAll()).outcome).toMatchObject({ created: 0, updated: 0, field_changes: 0 });
    for (const name of ['assets.csv', 'findings.csv', 'dependencies.csv']) {
      const { data } = papa.parse<string[]>((await fileOf(name)).toString('utf8').replace('\ufeff', ''));
      const run = data
        .flat()
        .filter((text) => /^[\s\p{Cc}]*[=+@\-\uff1d\uff0b]/u.test(text) && Number.isNaN(Number(text)));
      expect(run).toEqual([]);
    }
    await expectTextsOnly(await fileOf('assets.xlsx'));
    expect(XMLValidator.validate((await fileOf('dependencies.graphml')).toString('utf8'))).toBe(true);
  },
  LONG_MS,
);
