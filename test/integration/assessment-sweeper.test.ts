import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import { AssessmentSweeper } from '#service/assets/assessment-sweeper.ts';
import type { AssessmentDocument } from '#service/models/assessment.model.ts';
import type { AssessmentSummaryDocument } from '#service/models/assessment-summary.model.ts';
import type { FlowDocument } from '#service/models/flow.model.ts';
import { createLogger } from '#service/platform/logger.ts';
import { AssessedEngagement } from '../harness/assessed-engagement.ts';
import { startTestService, testMongoUri, type TestService } from '../harness/service-harness.ts';

const HOUR_MS = 3_600_000;
const tenant = { clientAccountId: 'acme', engagementId: 'main' };

let service: TestService;
let engagement: AssessedEngagement;
beforeAll(async () => {
  service = await startTestService({ settings: { ROLE: 'web', MONGODB_URI: testMongoUri('given') } });
  engagement = new AssessedEngagement(service, tenant);
  await engagement.storeAssets([{ assetClass: 'server', cells: { operating_system: 'Windows Server 2012' } }]);
});
afterAll(() => service?.stop());
beforeEach(async () => {
  for (const name of ['asset_assessments', 'assessment_summaries', 'crewai_flow_state_extensions'])
    await service.db.collection(name).deleteMany({});
});

const stored = () => service.db.collection('asset_assessments').distinct('generation');

async function sweep(hours: number, mayGoOn = () => true): Promise<void> {
  const summaries = service.mongo.model<AssessmentSummaryDocument>('AssessmentSummary');
  const sweeper = new AssessmentSweeper({
    models: {
      assessments: service.mongo.model<AssessmentDocument>('Assessment'),
      assessmentSummaries: summaries,
      flows: service.mongo.model<FlowDocument>('Flow'),
    },
    assessmentSummaries: new TenantCollection(summaries),
    clock: { now: () => new Date(Date.now() + hours * HOUR_MS) },
    log: createLogger('silent'),
  });
  await sweeper.sweep(mayGoOn);
}

/** A generation of before, the one that is shown, and that of an attempt that came late. */
async function threeGenerations(): Promise<readonly [before: string, shown: string, late: string]> {
  const before = await engagement.assess('2020-01-01');
  await engagement.publish(before);
  const published = await engagement.assess('2020-01-01');
  const late = await engagement.assess('2020-01-01');
  await engagement.publish(published);
  return [before.generation, published.generation, late.generation];
}

test('what nobody reads any more and nobody will show goes, without another run', async () => {
  const all = await threeGenerations();
  expect(await stored()).toEqual([...all]);
  await sweep(0.5);
  expect(await stored()).toEqual([...all]);
  await sweep(1.5, () => false);
  expect(await stored()).toEqual([...all]);
  await sweep(1.5);
  expect(await stored()).toEqual([all[1]]);
});

test('a generation that is being written stays, and those before the one that is shown go', async () => {
  const [, shown, written] = await threeGenerations();
  const flow = { _id: 'flow_1', client_account_id: 'acme', engagement_id: 'main', is_open: true };
  await service.db.collection('crewai_flow_state_extensions').insertOne(flow as never, {
    bypassDocumentValidation: true,
  });
  await sweep(1.5);
  expect(await stored()).toEqual([shown, written]);
  await service.db.collection('crewai_flow_state_extensions').deleteMany({});
  await sweep(1.6);
  expect(await stored()).toEqual([shown, written]);
  await sweep(3);
  expect(await stored()).toEqual([shown]);
});

test('a generation that is shown while the sweep looks stays', async () => {
  await engagement.publish(await engagement.assess('2020-01-01'));
  const next = await engagement.assess('2020-01-01');
  const flows = service.mongo.model<FlowDocument>('Flow');
  const looked = jest
    .spyOn(flows, 'exists')
    .mockImplementation((() => engagement.publish(next).then(() => null)) as never);
  await sweep(1.5);
  looked.mockRestore();
  expect(await stored()).toContain(next.generation);
});

test('one that was never shown goes once its flow has ended', async () => {
  await engagement.assess('2020-01-01');
  await sweep(1.5);
  expect(await stored()).toEqual([]);
});
