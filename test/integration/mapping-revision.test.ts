import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { AgentError } from '#service/agents/agent.ts';
import { storeImport } from '../harness/store-import.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({
    agentFor: disturbedAgents('field_mapping', () =>
      Promise.reject(new AgentError('broken', 'It stops here.', { isFinal: true })),
    ),
  });
});
afterAll(() => service?.stop());

test('what data validation measured makes other mappings of them: they are not answered as unchanged', async () => {
  const connection = service.as('measured');
  const sheet = { columns: ['Hostname', 'Environment'], rows: [['srv-1', 'PROD']] };
  const { data_import_id, flow_id } = await storeImport(connection, { sheet });
  await waitForFlow(connection, flow_id, ['failed']);
  const params = { data_import_id };
  const ofTheImport = '"1"';
  const answer = await callEndpoint(connection, endpoints.listFieldMappings, { params, ifNoneMatch: ofTheImport });
  if (answer.isNotModified) throw new Error('The mappings were answered as unchanged.');
  expect(answer.body.items[1]?.value_mappings?.map(({ value }) => value)).toEqual(['PROD']);
});
