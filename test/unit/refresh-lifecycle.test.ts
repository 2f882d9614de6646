import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { lifecycleRows } from '#service/tech-debt/lifecycle-data.ts';
import { refreshedProducts } from '#service/tech-debt/lifecycle-products.ts';
import { formatLifecycle, type LifecycleRow } from '#service/tech-debt/lifecycle-row.ts';

interface Answer {
  status: number;
  body: unknown;
}
interface Release {
  name: string;
  releaseDate: string | null;
  eoasFrom: string | null;
  eolFrom: string | null;
  eoesFrom: string | null;
  isEol: boolean;
}

/** endoflife.date's names of some releases, as its pages have them, and ours. */
const NAMES: Readonly<Record<string, readonly (readonly [name: string, version: string])[]>> = {
  'windows-server': [
    ['2025', '2025'],
    ['23h2-ac', '23H2 AC'],
    ['20h2-sac', '20H2 SAC'],
    ['2012-r2', '2012 R2'],
    ['2008-r2-sp1', '2008 R2 SP1'],
    ['2003', '2003 RTM'],
  ],
  windows: [
    ['11-24h2-iot-lts', '11 24H2 IoT LTSC'],
    ['11-24h2-e-lts', '11 24H2 LTSC'],
    ['11-24h2-e', '11 24H2 Enterprise/Education'],
    ['11-24h2-w', '11 24H2 Home/Pro'],
    ['10-22h2', '10 22H2'],
    ['7-sp1', '7 SP1'],
  ],
  mssqlserver: [
    ['17.0', '2025'],
    ['13.0-sp3', '2016 SP3'],
    ['13.0', '2016 RTM'],
    ['10.50-sp3', '2008 R2 SP3'],
    ['10.50-r2', '2008 R2 RTM'],
    ['6.50-sp5a', '6.5 SP5A'],
  ],
  'ibm-aix': [
    ['7.2.5', '7.2 TL5'],
    ['7.3.0', '7.3 TL0'],
  ],
  sles: [
    ['15.7', '15 SP7'],
    ['15.0', '15 GA'],
    ['16.0', '16.0'],
  ],
  freebsd: [
    ['releng/13.2', '13.2'],
    ['stable/13', '13'],
  ],
  'amazon-linux': [
    ['2018.03', '1 (2018.03)'],
    ['2023', '2023'],
  ],
  'xcp-ng': [['8.3', 'XCP-ng 8.3']],
  'eclipse-temurin': [['21', '21 (Eclipse Temurin)']],
  'amazon-corretto': [['21', '21 (Amazon Corretto)']],
  'red-hat-build-of-openjdk': [['21', '21 (Red Hat OpenJDK)']],
  'openjdk-builds-from-oracle': [['21', '21 (Oracle OpenJDK builds)']],
};

const rowsOf = (product: string): LifecycleRow[] =>
  lifecycleRows.filter((row) => row.source === `endoflife.date/${product}` && !/level/.test(row.note ?? ''));

function releasesOf(product: string, family: string): Release[] {
  const names = NAMES[product] ?? rowsOf(product).map((row) => [row.version, row.version] as const);
  return names.map(([name, version]) => {
    const row = lifecycleRows.find((one) => one.family === family && one.version === version);
    if (row === undefined) throw new Error(`There is no row ${family} ${version}.`);
    return {
      name,
      releaseDate: row.released,
      eoasFrom: row.active_until,
      eolFrom: row.security_until,
      eoesFrom: row.extended_until,
      isEol: row.note?.includes('date not given') ?? false,
    };
  });
}

let server: Server;
let folder: string;
let answers: Map<string, Answer>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lifecycle-'));
  server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '') ?? { status: 404, body: {} };
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  answers = new Map(
    refreshedProducts.map(({ product, family }) => [
      `/api/v1/products/${product}/`,
      {
        status: 200,
        body: { schema_version: '1.2.0', result: { name: product, releases: releasesOf(product, family) } },
      },
    ]),
  );
});

type Product = { result: { releases: Release[] } };

const releases = (product: string): Release[] =>
  (answers.get(`/api/v1/products/${product}/`)?.body as Product | undefined)?.result.releases ?? [];

async function refresh(from?: string): Promise<{ code: number | null; output: string; rows: LifecycleRow[] }> {
  const file = path.join(folder, 'lifecycle.json');
  await writeFile(file, formatLifecycle(lifecycleRows));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  const args = ['--from', from ?? origin, '--file', file, '--as-of', '2026-11-25'];
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/refresh-lifecycle.ts', ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output, rows: JSON.parse(await readFile(file, 'utf8')) as LifecycleRow[] };
}

const find = (rows: readonly LifecycleRow[], family: string, version: string) =>
  rows.find((row) => row.family === family && row.version === version);

describe('npm run lifecycle:refresh', () => {
  test('recognises the releases by the names endoflife.date gives them, and changes nothing where nothing changed', async () => {
    const { code, output, rows } = await refresh();
    expect([code, output]).toEqual([0, expect.stringContaining('1052 rows before, 1052 after: 0 added, 0 changed')]);
    expect(rows.map(({ as_of: _, note: __, ...row }) => row)).toEqual(
      lifecycleRows.map(({ as_of: _, note: __, ...row }) => row),
    );
    expect(find(rows, 'windows_server', '2025')?.as_of).toBe('2026-11-25');
    expect(find(rows, 'hpux', '11i v3 (11.31)')?.as_of).toBe('2026-08-22');
  });

  test('takes new dates and new releases, keeps what is no longer listed, and says all of it', async () => {
    const [newest] = releases('postgresql');
    if (newest === undefined) throw new Error('There is no release.');
    releases('postgresql').unshift({ ...newest, name: '19', releaseDate: '2026-09-24', eolFrom: '2031-11-13' });
    const debian = releases('debian').find((release) => release.name === '12');
    if (debian) debian.eolFrom = '2026-09-11';
    releases('ubuntu').pop();
    const { code, output, rows } = await refresh();
    expect(code).toBe(0);
    expect(output).toContain('added: postgresql 19: released 2026-09-24, security_until 2031-11-13');
    expect(output).toContain('changed: debian 12: security_until 2026-07-11 → 2026-09-11');
    expect(output).toContain('no longer listed, kept: ubuntu 4.10');
    expect(find(rows, 'postgresql', '19')).toMatchObject({ source: 'endoflife.date/postgresql', is_weak: false });
    expect(find(rows, 'ubuntu', '4.10')).toMatchObject({ security_until: '2006-04-30', as_of: '2026-08-22' });
  });

  test.each([
    ['a server that fails', { status: 404, body: {} }],
    ['an answer of another form', { status: 200, body: { result: { name: 'php', releases: [{ eolFrom: 1 }] } } }],
    ['an answer without releases', { status: 200, body: { result: { name: 'php', releases: [] } } }],
    ['an answer about another product', { status: 200, body: { result: { name: 'x', releases: [{ name: '1' }] } } }],
  ])('changes nothing at all after %s', async (_what, answer) => {
    answers.set('/api/v1/products/php/', answer);
    const { code, output, rows } = await refresh();
    expect([code, output]).toEqual([1, expect.stringContaining('Nothing was changed.')]);
    expect(rows).toEqual(lifecycleRows);
    expect(await readdir(folder)).toEqual(['lifecycle.json']);
  });

  test('reads a folder of saved answers as well', async () => {
    const saved = await mkdtemp(path.join(tmpdir(), 'saved-'));
    for (const { product } of refreshedProducts)
      await writeFile(
        path.join(saved, `${product}.json`),
        JSON.stringify(answers.get(`/api/v1/products/${product}/`)?.body),
      );
    expect((await refresh(saved)).output).toContain('0 added, 0 changed');
    await rm(saved, { recursive: true });
  });
});
