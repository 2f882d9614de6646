/**
 * `npm run demo`: imports the sample workbook through the product's own code, with the progress to the end and the
 * mappings in a table. Starts a service of its own with a database that is thrown away; with `-- --url … --key …` it
 * uses one that runs, there the client and engagement of the key or a new one, and with `-- --file …` another workbook.
 */
import { randomBytes } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseFile } from '#addin/workbook/parse-file.ts';
import { FileWorkbook } from '#addin/workbook/file-workbook.ts';
import { buildRequest } from '#addin/import/build-request.ts';
import { NOTHING_CHOSEN, understand } from '#addin/sheet/understand.ts';
import { summariseResult } from '#service/dashboard/flow/task-list.ts';
import { ApiFailure, callEndpoint, fetchEndpoint, type Answer, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { countOf } from '#shared/format.ts';
import { READY_FROM } from '#shared/limits.ts';
import type { FlowStatus } from '#shared/statuses.ts';
import { readOptions } from './read-options.ts';
import { whyUnanswered } from './unanswered.ts';

const root = path.resolve(import.meta.dirname, '..');
const options = readOptions({
  url: { type: 'string' },
  key: { type: 'string' },
  engagement: { type: 'string' },
  file: { type: 'string', default: path.join(root, 'samples/northwind-cmdb.xlsx') },
});

async function main(): Promise<void> {
  if (options.url && !options.key) throw new Error('Give --key with --url: a key of that service.');
  const own = options.url ? null : await startOwnService();
  try {
    const service = { origin: options.url ?? own?.origin ?? '', apiKey: options.key ?? own?.key ?? '' };
    await importWorkbook(await withTenant(service), options.file);
  } finally {
    await own?.stop();
  }
}

/** The client and engagement the key is bound to; what it leaves open is `northwind` and an engagement of this run. */
async function withTenant(service: Connection): Promise<Connection> {
  const key = await fetchEndpoint(service, endpoints.getSession);
  const clientAccountId = key.client_account_id ?? 'northwind';
  const engagementId = options.engagement ?? key.engagement_id;
  if (engagementId === null && !key.may_create_engagements)
    throw new Error(
      `This key is bound to client ${clientAccountId} and may not make an engagement for this run: give --engagement, one of that client's.`,
    );
  const tenant = { clientAccountId, engagementId: engagementId ?? `demo-${Date.now().toString(36)}` };
  say(`Imports into client ${tenant.clientAccountId}, engagement ${tenant.engagementId}.`);
  return { ...service, ...tenant };
}

async function importWorkbook(connection: Connection, file: string): Promise<void> {
  const bytes = await readFile(file);
  const content = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const workbook = new FileWorkbook(await parseFile(content, file), {
    name: path.basename(file),
    size: bytes.length,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  const [source] = await workbook.listSources();
  if (!source) throw new Error(`${file} has no sheet to import.`);
  const sheet = understand(
    await workbook.describe(),
    source,
    { rows: await workbook.readRows(source, 0, source.rowCount), marks: await workbook.marksOf(source) },
    NOTHING_CHOSEN,
  );
  const secrets = new Set(sheet.columns.filter((column) => column.isSecretLooking).map((column) => column.index));
  say(
    `${path.basename(file)} · ${source.sheetName}!${source.range} · ${countOf(sheet.rows.length, 'row')} · ${countOf(sheet.columns.length, 'column')} · records from row ${source.firstRow + sheet.headerIndex + 1}`,
  );
  for (const concern of sheet.concerns) say(`  ${concern.isWarning ? '!' : 'i'} ${concern.text}`);
  for (const index of secrets)
    say(`  ! "${sheet.columns[index]?.header}" looks like secrets; its values are not sent.`);

  const stored = await fetchEndpoint(connection, endpoints.storeImport, {
    body: buildRequest(sheet, 'cmdb', secrets),
    idempotencyKey: randomBytes(8).toString('hex'),
  });
  say(
    `\nStored ${countOf(stored.records_stored, 'record')} and ${countOf(stored.field_mappings_count, 'suggested mapping')} in one transaction; flow ${stored.flow_id}\n`,
  );
  await follow(connection, stored.flow_id, 'waiting_for_approval');
  const params = { data_import_id: stored.data_import_id };
  const mappings = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  printMappings(mappings.items);
  const findings = await fetchEndpoint(connection, endpoints.listFindings, {
    params: { flow_id: stored.flow_id },
    query: { limit: 200 },
  });
  say(`\n${countOf(findings.items.length, 'finding')}, the first of them:`);
  for (const finding of findings.items.slice(0, 6))
    say(
      `  ${finding.severity.padEnd(7)} ${finding.message} ${finding.cells
        .slice(0, 3)
        .map((cell) => cell.address)
        .join(', ')}`,
    );
  const decision = await fetchEndpoint(connection, endpoints.approveFieldMappings, {
    params,
    body: { minimum_confidence: READY_FROM },
  });
  say(`\nApproved ${countOf(decision.approved, 'mapping')} at ${READY_FROM} and above, left out ${decision.left_out}.`);
  await follow(connection, stored.flow_id, 'completed');
  await printInventory(connection, stored.flow_id);
}

/** What the agents made of the records. */
async function printInventory(connection: Connection, flowId: string): Promise<void> {
  const { items } = await fetchEndpoint(connection, endpoints.listTasks, { params: { flow_id: flowId } });
  for (const agent of ['asset-inventory', 'dependency-analysis', 'tech-debt-assessment']) {
    const result = items.find((task) => task.agent === agent && task.status === 'completed')?.result ?? {};
    say(`\n${agent}: ${summariseResult(result)}`);
  }
}

/** Long polls as the pane does, one line a phase, until the flow has the status. */
async function follow(connection: Connection, flowId: string, until: FlowStatus): Promise<void> {
  let etag: string | null = null;
  const told = new Set<string>();
  for (;;) {
    const answer: Answer<Flow> = await callEndpoint(connection, endpoints.getFlow, {
      params: { flow_id: flowId },
      ...(etag === null ? {} : { ifNoneMatch: etag, query: { wait_seconds: 10 } }),
    });
    etag = answer.etag;
    if (answer.isNotModified) continue;
    const flow = answer.body;
    for (const phase of flow.phases) {
      const line = `  ${phase.phase.padEnd(22)} ${phase.status.padEnd(11)} ${phase.rows_total > 0 ? `${phase.rows_done} of ${countOf(phase.rows_total, 'row')}` : ''}`;
      if (phase.status !== 'not_started' && !told.has(line))
        say(`${String(flow.progress_percentage).padStart(3)} %${line}`);
      told.add(line);
    }
    if (flow.status === 'failed')
      throw new Error(`${flow.error?.agent ?? 'An agent'} failed: ${flow.error?.message ?? 'no reason was given'}`);
    if (flow.status === until) return;
  }
}

function printMappings(mappings: readonly FieldMapping[]): void {
  const rows = mappings.map((mapping) => [
    mapping.source_field,
    mapping.target_field ?? '(not mapped)',
    mapping.target_field === null ? '' : mapping.confidence_score.toFixed(2),
    mapping.reasons[0]?.text ?? '',
  ]);
  const table = [['Column', 'Target field', 'Sure', 'Because'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  say('');
  for (const row of table)
    say(`  ${row.map((text, column) => (column < 3 ? text.padEnd(widths[column] ?? 0) : text)).join('  ')}`);
}

interface OwnService {
  origin: string;
  key: string;
  stop(): Promise<void>;
}

/** The service as `npm start` runs it, on a free port and with a database in a temporary folder. */
async function startOwnService(): Promise<OwnService> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'cmdb-import-demo-'));
  const key = randomBytes(24).toString('base64url');
  // Settings of a service that runs for others: this one is for the demo alone.
  const elsewhere = {
    ROLE: '',
    HOST: '',
    MONGODB_URI: '',
    TLS_CERT_FILE: '',
    TLS_KEY_FILE: '',
    BOOTSTRAP_CLIENT_ACCOUNT_ID: '',
    BOOTSTRAP_ENGAGEMENT_ID: '',
  };
  const child = spawn(process.execPath, [path.join(root, 'scripts/build-and-run.mjs')], {
    cwd: root,
    env: { ...process.env, ...elsewhere, PORT: '0', DATA_DIR: dataDir, BOOTSTRAP_API_KEY: key, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    return { origin: await originOf(child), key, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function originOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Task pane\s+(https?:\/\/\S+)\/taskpane\.html/.exec(output)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}:\n${output}`)));
  });
}

function wordsOf(error: unknown): string {
  if (error instanceof ApiFailure && error.kind === 'network' && options.url) return whyUnanswered(options.url, error);
  return error instanceof Error ? error.message : String(error);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exitCode = 1;
});
