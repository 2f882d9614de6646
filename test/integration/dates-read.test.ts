import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { CleansingChoiceWire } from '#shared/schemas/cleansing.schema.ts';
import { storeImport } from '../harness/store-import.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const columns = ['Hostname', 'Purchase Date', 'Notes'];

/** What is found of each column before anybody answered, and when the import is done. */
async function findingsOf(client: string, dates: readonly string[], cleansing: CleansingChoiceWire | null) {
  const connection = service.as(client);
  const rows = dates.map((date, at) => [`srv-${at}`, date, at === 0 ? '03/04/2019' : `note ${at}`]);
  const { flow_id, data_import_id } = await storeImport(connection, { sheet: { columns, rows } });
  await waitForFlow(connection, flow_id, ['waiting_for_approval']);
  const found = async () => {
    const { items } = await fetchEndpoint(connection, endpoints.listFindings, { params: { flow_id } });
    return items
      .filter(({ code }) => /^date_|^day_month/.test(code))
      .map(({ code, source_field, count, cells }) => [code, source_field, count, cells.map(({ value }) => value)]);
  };
  const before = await found();
  const params = { data_import_id };
  const { items, revision } = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  const bought = items.find((mapping) => mapping.source_field === 'Purchase Date');
  expect(bought?.target_field).toBe('purchase_date');
  const changes = [{ id: bought?.id ?? '', cleansing }];
  const changed = await fetchEndpoint(connection, endpoints.changeFieldMappings, {
    params,
    body: { changes },
    ifMatch: revision,
  });
  await fetchEndpoint(connection, endpoints.approveFieldMappings, { params, body: {}, ifMatch: changed.revision });
  await waitForFlow(connection, flow_id, ['completed']);
  return { before, after: await found() };
}

const inNotes = ['date_as_text', 'Notes', 1, ['03/04/2019']];

test('dates written as text are found, and no longer once the order of day and month was answered and they were read', async () => {
  const dates = ['03/04/2024', '05/06/2024'];
  const { before, after } = await findingsOf('dates-answered', dates, { day_month_order: 'day-first' });
  expect(before).toEqual([['date_as_text', 'Purchase Date', 2, dates], inNotes]);
  expect(after).toEqual([inNotes]);
});

test('of those that stay unread it is said which and why, and of nothing else', async () => {
  const dates = ['03/04/2024', '05/06/2024', '2024-03-15'];
  const { before, after } = await findingsOf('dates-open', dates, null);
  expect(before).toEqual([['date_as_text', 'Purchase Date', 3, dates], inNotes]);
  expect(after).toEqual([['date_ambiguous', 'Purchase Date', 2, dates.slice(0, 2)], inNotes]);
});

test('of an answer that cells of the column contradict, those cells are listed', async () => {
  const dates = ['25/04/2027', '08/22/2027', '08/02/2025', '22.04.2027'];
  const { after } = await findingsOf('dates-contradict', dates, { day_month_order: 'day-first' });
  expect(after).toEqual([['day_month_contradicts', 'Purchase Date', 1, ['08/22/2027']], inNotes]);
});
