import { afterEach, expect, test } from '@jest/globals';
import { importWhole } from '../harness/import-whole.ts';
import { startServiceProcess, type ServiceProcess } from '../harness/service-process.ts';

let service: ServiceProcess | undefined;
afterEach(async () => {
  await service?.kill();
});

type Line = Record<string, unknown> & { msg: string };

test('the log says which process did what for whom, and how long agents took', async () => {
  service = await startServiceProcess('log_lines', { LOG_LEVEL: 'info' });
  const { flow_id, data_import_id } = await importWhole(service.as('acme', 'wave-2'), {});
  const lines = service
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
  const process = { role: 'all', worker: expect.stringMatching(/.:\d+$/), version: expect.stringMatching(/^\d/) };
  const tenant = { client_account_id: 'acme', engagement_id: 'wave-2' };
  for (const line of lines) expect(line).toMatchObject(process);
  const said = (what: string) => lines.find(({ msg }) => msg === what);
  expect(said('the service has started')).toMatchObject({
    database: 'log_lines',
    servers: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    port: Number(new URL(service.origin).port),
  });
  expect(said('an import was stored')).toMatchObject({ ...tenant, flow_id, data_import_id, rows: expect.any(Number) });
  expect(said('the mappings were approved')).toMatchObject({ ...tenant, flow_id, data_import_id });
  expect(said('agent done')).toMatchObject({ ...tenant, flow_id, attempt: 1, duration_ms: expect.any(Number) });
});
