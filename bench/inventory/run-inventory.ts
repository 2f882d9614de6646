/**
 * `npx tsx bench/inventory/run-inventory.ts [--rows N]`: the inventory agent over generated rows and a real mongod, in one
 * process: a first import, the same sheet again, and its withdrawal; beside it a bare read of the rows and a bare
 * bulk write of the same assets. Prints rows/s and this process's peak memory.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildColumns } from '#shared/column-keys.ts';
import { TenantCollection } from '#service/access/tenant-collection.ts';
import type { Agent, AgentContext, AgentInput } from '#service/agents/agent.ts';
import { assetInventory } from '#service/agents/asset-inventory/asset-inventory.agent.ts';
import { runAgent } from '#service/agents/run-agent.ts';
import { withdrawal } from '#service/agents/withdrawal/withdrawal.agent.ts';
import { AssetStore } from '#service/assets/asset-store.ts';
import { ImportInventoryDesk } from '#service/assets/inventory-desk.ts';
import { createModels } from '#service/models/models.ts';
import { startEmbeddedMongo } from '#service/platform/embedded-mongo.ts';
import { createLogger } from '#service/platform/logger.ts';
import { connectMongo, createCollections } from '#service/platform/mongo.ts';
import { rawRecordId } from '#service/models/raw-import-record.model.ts';
import { COLUMNS, cmdbRow } from '../import/cmdb-rows.ts';
import { CLEANSING, type CleansingPlan } from '#service/cleansing/cleansing-plan.ts';
import { targetFields } from '#shared/target-fields.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } });
const rows = Number(values.rows);
const FIELDS = [
  'hostname',
  'ip_address',
  'operating_system',
  'cpu_cores',
  'memory_gb',
  'environment',
  'serial_number',
  'application_name',
  'location',
  'technical_owner',
  'description',
  'is_virtual',
  'annual_cost',
  'manufacturer',
  'rack_location',
  'cost_center',
  'purchase_date',
  'business_criticality',
  'network_segment',
  'tags',
];
const plan: CleansingPlan = {
  rules: CLEANSING,
  columns: FIELDS.map((field, columnIndex) => ({
    columnIndex,
    field,
    fieldType: targetFields.find(({ name }) => name === field)?.type ?? 'string',
    isSecondary: false,
    options: field === 'memory_gb' ? { unit: 'GB' } : {},
    separator: null,
    valueDecisions: [],
  })),
};
const context: AgentContext = { signal: new AbortController().signal, reportProgress: () => undefined };
const READ_BATCH = 2_000;
const TENANT = { clientAccountId: 'bench', engagementId: 'main' };
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'cmdb-inventory-'));
const mongo = await startEmbeddedMongo({ dataDir, cacheSizeGb: 1, logger: createLogger('silent'), parameters: {} });
const connection = await connectMongo(mongo.uri, { appName: 'bench' });
let peak = 0;
const sampler = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  peak = 0;
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const came = await work();
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = ((user + system) / 1e6).toFixed(1);
  const rate = Math.round(rows / seconds).toLocaleString('en-US');
  console.log(
    `${name}: ${seconds.toFixed(1)} s (${cpu} s of this process's CPU), ${rate} rows/s, peak ${Math.round(peak / 2 ** 20)} MB ${JSON.stringify(came)}`,
  );
}

try {
  const models = createModels(connection);
  await createCollections(Object.values(models) as Parameters<typeof createCollections>[0]);
  const raw = models.rawImportRecords.collection;
  for (let from = 1; from <= rows; from += 5_000) {
    const count = Math.min(5_000, rows - from + 1);
    await raw.insertMany(
      Array.from({ length: count }, (_, at) => ({
        _id: rawRecordId('imp', from + at),
        data_import_id: 'imp',
        row_number: from + at,
        cells: cmdbRow(from + at),
      })) as never[],
    );
  }
  const readRecords: AgentInput['readRecords'] = async function* (range = { firstRow: 1, lastRow: rows }) {
    const filter = { _id: { $gte: rawRecordId('imp', range.firstRow), $lte: rawRecordId('imp', range.lastRow) } };
    const cursor = raw
      .find<{ row_number: number; cells: [] }>(filter as never)
      .sort({ _id: 1 })
      .batchSize(READ_BATCH);
    while (await cursor.hasNext())
      yield cursor.readBufferedDocuments().map(({ row_number, cells }) => ({ rowNumber: row_number, cells }));
  };
  const conflictRules = new TenantCollection(models.conflictRules, 'client');
  const run = async (agent: Agent, dataImportId: string, day: number) => {
    const input: AgentInput = {
      facts: {
        dataImportId,
        importedAt: new Date(day),
        filename: 'bench.xlsx',
        sheetName: 'CMDB',
        range: null,
        headerRow: null,
        dateSystem: '1900',
        totalRecords: rows,
        columns: buildColumns(COLUMNS),
      },
      readRecords,
      targetFields,
      memory: [],
      columnProfiles: [],
      decidedColumns: new Map(),
      approvedMappings: [],
      cleansingPlan: plan,
      inventory: new AssetStore(new TenantCollection(models.assets)).inventoryOf(TENANT),
      inventoryDesk: new ImportInventoryDesk({ ...models, conflictRules }, TENANT, dataImportId),
      inventoryDecision: 'apply',
    };
    return (await runAgent(agent, input, context)).result;
  };
  await timed('bare read', async () => {
    let count = 0;
    for await (const batch of readRecords()) count += batch.length;
    return count;
  });
  await timed('first import', () => run(assetInventory, 'imp_1', 1));
  await timed('same sheet again', () => run(assetInventory, 'imp_2', 2));
  await timed('withdrawal of the second', () => run(withdrawal, 'imp_2', 2));
  const copies = connection.collection('copies');
  await timed('bare bulk write of all assets', async () => {
    let written = 0;
    const cursor = models.assets.collection.find({}).batchSize(1_000);
    let readingMs = 0;
    for (;;) {
      const before = performance.now();
      if (!(await cursor.hasNext())) break;
      const documents = cursor.readBufferedDocuments();
      readingMs += performance.now() - before;
      await copies.bulkWrite(
        documents.map((document) => ({ insertOne: { document } })),
        { ordered: false },
      );
      written += documents.length;
    }
    return { written, of_it_reading_seconds: Math.round(readingMs / 100) / 10 };
  });
  const stats = await connection.db?.command({ collStats: 'assets' });
  console.log(`an asset is ${Math.round(Number(stats?.['avgObjSize']))} bytes`);
} finally {
  clearInterval(sampler);
  await connection.close();
  await mongo.stop();
  await rm(dataDir, { recursive: true, force: true });
}
