import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSheet } from '../builders/store-request.ts';
import { storeImport } from '../harness/store-import.ts';
import { whileNothingIsQueued } from '../harness/fail-points.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { until } from '../harness/until.ts';
import { getUpload, openUpload, sendSheet } from '../harness/uploads.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const collection = (name: string) => service.db.collection<{ _id: string }>(name);
const longAgo = new Date(0);
/** No text, where one belongs: every query with it is refused. */
const broken = {};

describe('what a sweep cannot do for one', () => {
  test('it does for the other flows', async () => {
    const due = { phase: 'data_validation', due_at: longAgo, scheduled_at: null, lease_until: null };
    await collection('crewai_flow_state_extensions').insertOne(
      { _id: 'flow_broken', client_account_id: broken, engagement_id: 'main', is_open: true, due } as never,
      { bypassDocumentValidation: true },
    );
    const connection = service.as('left-flow');
    const { flow_id: flowId } = await whileNothingIsQueued(service, () => storeImport(connection));
    await waitForFlow(connection, flowId, ['waiting_for_approval']);
  });

  test('it does for the other uploads', async () => {
    await collection('upload_sessions').insertOne(
      {
        _id: 'upl_broken',
        data_import_id: broken,
        state: 'discarded',
        ended_at: longAgo,
        rows_removed_at: null,
      } as never,
      { bypassDocumentValidation: true },
    );
    const connection = service.as('left-upload');
    const sheet = buildSheet({ rows: 4 });
    const { upload_id: uploadId } = await openUpload(connection, sheet);
    await sendSheet(connection, uploadId, sheet, 2);
    const { data_import_id } = await getUpload(connection, uploadId);
    await collection('upload_sessions').updateOne({ _id: uploadId }, { $set: { expires_at: longAgo } });
    const rows = () => collection('raw_import_records').countDocuments({ data_import_id });
    expect(await rows()).toBe(4);
    await until('its rows are removed', async () => (await rows()) === 0);
  });

  test('it does for the other withdrawn imports', async () => {
    const withdrawn = { raw_swept_at: null, raw_removed_at: null, engagement_id: 'main', total_records: 0 };
    await collection('data_imports').insertMany(
      [
        { _id: 'imp_broken', ...withdrawn, client_account_id: broken, withdrawn_at: new Date(1) },
        { _id: 'imp_left', ...withdrawn, client_account_id: 'left-import', withdrawn_at: new Date(2) },
      ] as never,
      { bypassDocumentValidation: true },
    );
    const swept = { _id: 'imp_left', raw_swept_at: { $type: 'date' } } as never;
    await until('it is swept', async () => (await collection('data_imports').countDocuments(swept)) === 1);
  });
});
