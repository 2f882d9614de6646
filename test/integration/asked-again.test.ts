import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { ConflictState } from '#shared/statuses.ts';
import { importWhole } from '../harness/import-whole.ts';
import { refusalOf } from '../harness/refusal.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { storeImport } from '../harness/store-import.ts';
import { until } from '../harness/until.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const columns = ['Hostname', 'Serial Number', 'Memory'];
const pairs = ['CZ7712XK', 'CZ9934XK'].map((serial, at) => [
  [`web0${at}`, serial],
  [`db0${at}`, serial],
]);

/** Pairs of machines that share a serial number: each pair is a question. */
function fileOf(filename: string, asked = pairs) {
  const rows = asked.flat().map((row) => [...row, filename.length]);
  return { sheet: { columns, rows }, metadata: { filename, size: 1, type: 'text/csv', range: 'A3:C7', header_row: 3 } };
}

const importFile = (client: string, filename: string, asked = pairs) =>
  importWhole(service.as(client), fileOf(filename, asked));

async function heldBy(client: string, state: ConflictState) {
  const { items } = await fetchEndpoint(service.as(client), endpoints.listHeldCases, { query: { state } });
  return items.map(({ origin, decision }) =>
    decision === null ? origin.filename : `${origin.filename}: ${decision.action} ${decision.decided_by}`,
  );
}

async function withdraw(client: string, { flow_id, data_import_id }: { flow_id: string; data_import_id: string }) {
  const params = { data_import_id };
  await fetchEndpoint(service.as(client), endpoints.withdrawImport, { params, body: {} });
  await waitForFlow(service.as(client), flow_id, ['cancelled']);
}

async function hide(client: string, flow_id: string) {
  await fetchEndpoint(service.as(client), endpoints.deleteFlow, { params: { flow_id } });
}

/** Answers what is still open of an import. */
async function separateOpen(client: string, flow_id: string) {
  const params = { flow_id };
  const { items } = await fetchEndpoint(service.as(client), endpoints.listConflicts, { params });
  const open = items.filter(({ decision }) => decision === null);
  const decisions = open.map(({ conflict_id, version }) => ({ conflict_id, version, action: 'separate' as const }));
  await fetchEndpoint(service.as(client), endpoints.decideConflicts, { params, body: { decisions } });
}

const [OCT, NOV, DEC] = ['servers-2026-10.csv', 'servers-2026-11.csv', 'servers-2026-12.csv'] as const;

test('a question that a newer file of the series asks again is open once, and told where', async () => {
  const october = await importFile('months', OCT);
  await importFile('months', 'other.csv');
  const november = await importFile('months', NOV, pairs.slice(0, 1));
  expect(await heldBy('months', 'open')).toEqual([OCT, 'other.csv', 'other.csv', NOV]);
  expect(await heldBy('months', 'asked_again')).toEqual([`${OCT}: asked_again ${NOV}`]);
  const counts = await fetchEndpoint(service.as('months'), endpoints.countConflicts);
  expect(counts).toMatchObject({ open: 4, decided: 0, awaiting_rebuild: 0 });
  const events = await service.db.collection('audit_events').find({ action: 'inventory_conflict.ask_again' }).toArray();
  expect(events.map((event) => event['details'] as unknown)).toEqual([
    { flow_id: expect.any(String) as unknown, file: NOV, conflicts: 1 },
  ]);

  const { flow_id } = october;
  const { items } = await fetchEndpoint(service.as('months'), endpoints.listConflicts, { params: { flow_id } });
  const closed = items.filter(({ decision }) => decision !== null);
  expect(closed[0]?.decision?.asked_by_import_id).toBe(november.data_import_id);
  expect(await heldBy('months', 'decided')).toEqual([]);
  const decisions = closed.map(({ conflict_id }) => ({ conflict_id, action: 'separate' as const }));
  const refused = fetchEndpoint(service.as('months'), endpoints.decideConflicts, {
    params: { flow_id },
    body: { decisions },
  });
  expect((await refusalOf(refused)).detail).toBe(`The conflict of row 4 is asked again by ${NOV}. Decide it there.`);
});

test('a withdrawn file gives its questions back to the one before, unless a later one asks them', async () => {
  await importFile('back', OCT);
  const november = await importFile('back', NOV);
  const december = await importFile('back', DEC, pairs.slice(0, 1));
  expect(await heldBy('back', 'open')).toEqual([NOV, DEC]);
  await withdraw('back', november);
  expect((await heldBy('back', 'open')).sort()).toEqual([OCT, DEC]);
  expect(await heldBy('back', 'asked_again')).toEqual([`${OCT}: asked_again ${DEC}`]);
  await withdraw('back', december);
  expect(await heldBy('back', 'open')).toEqual([OCT, OCT]);
});

test('a hidden file gives back what it left open, and nothing that was answered in it', async () => {
  await importFile('hidden', OCT);
  const november = await importFile('hidden', NOV);
  const december = await importFile('hidden', DEC, pairs.slice(0, 1));
  await separateOpen('hidden', november.flow_id);
  await hide('hidden', november.flow_id);
  expect(await heldBy('hidden', 'open')).toEqual([DEC]);
  expect((await heldBy('hidden', 'asked_again')).sort()).toEqual(
    [`${OCT}: asked_again ${NOV}`, `${OCT}: asked_again ${DEC}`].sort(),
  );
  await hide('hidden', december.flow_id);
  expect(await heldBy('hidden', 'open')).toEqual([OCT]);
  await withdraw('hidden', november);
  expect(await heldBy('hidden', 'open')).toEqual([OCT, OCT]);
});

test('what a file would write closes nothing before it is applied', async () => {
  await importFile('preview', OCT);
  const { flow_id, data_import_id } = await storeImport(service.as('preview'), fileOf(NOV));
  await waitForFlow(service.as('preview'), flow_id, ['waiting_for_approval']);
  await fetchEndpoint(service.as('preview'), endpoints.approveFieldMappings, {
    params: { data_import_id },
    body: { preview_inventory: true },
  });
  await until('the preview lists conflicts', async () => (await heldBy('preview', 'open')).includes(NOV));
  expect(await heldBy('preview', 'asked_again')).toEqual([]);
  await fetchEndpoint(service.as('preview'), endpoints.applyInventory, { params: { flow_id } });
  await waitForFlow(service.as('preview'), flow_id, ['completed']);
  expect(await heldBy('preview', 'asked_again')).toHaveLength(2);
});

test('a newer file that failed is named where nothing can be decided for it, and gives its questions back when it is deleted', async () => {
  const october = await importFile('failed', OCT);
  const { flow_id } = await importFile('failed', NOV);
  const stopped = { status: 'failed', is_open: true, current_phase: 'dependency_analysis' };
  const flows = service.db.collection<{ _id: string }>('crewai_flow_state_extensions');
  await flows.updateOne({ _id: flow_id }, { $set: stopped });
  const words = `The import of ${NOV} failed before it was done. Try it again or delete it, then decide.`;
  expect((await refusalOf(separateOpen('failed', flow_id))).detail).toBe(words);
  const { items } = await fetchEndpoint(service.as('failed'), endpoints.listConflicts, { params: { flow_id } });
  const preview = fetchEndpoint(service.as('failed'), endpoints.previewDecision, {
    params: { flow_id, conflict_id: items[0]?.conflict_id ?? '' },
    body: { action: 'separate' },
  });
  expect((await refusalOf(preview)).detail).toBe(words);
  await hide('failed', flow_id);
  await separateOpen('failed', october.flow_id);
  expect(await heldBy('failed', 'open')).toEqual([]);
});
