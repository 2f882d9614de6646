import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fetchEndpoint, fetchFile } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { ASSETS_COUNTED_MAX } from '#shared/limits.ts';
import { environments, type AssetClass, type Environment } from '#shared/statuses.ts';
import { LIST_INDEX } from '#service/models/asset.model.ts';
import { allowedValues } from '#service/mapping/value-mapping.ts';
import { refusalOf } from '../harness/refusal.ts';
import { buildAsset } from '../builders/agent-inputs.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';
import { storeImport } from '../harness/store-import.ts';
import { storedInventoryAsset } from '../harness/stored-inventory.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

interface Named {
  name: string;
  assetClass?: AssetClass;
  keys?: string[];
  environment?: Environment;
  note?: string;
}

const cell = { rule: 'vocabulary', data_import_id: 'imp_test', row_number: 1, column_index: 2, decided_by: null };

/** Stores assets whose ids are in the order given. */
async function storeAssets(client: string, assets: readonly Named[]): Promise<void> {
  const tenant = { clientAccountId: client, engagementId: 'main' };
  const documents = assets.map(({ name, assetClass = 'server', keys, environment, note }, at) => ({
    ...storedInventoryAsset(
      tenant,
      buildAsset(`ast_${client}_${String(at).padStart(7, '0')}`, {
        asset_class: assetClass,
        name,
        keys: keys ?? [`hostname:${name.toLowerCase().slice(0, 50)}`],
        values: {
          ...(environment !== undefined && { environment: [{ ...cell, value: environment, raw: environment }] }),
          ...(note !== undefined && { description: [{ ...cell, value: note, raw: '' }] }),
        },
      }),
    ),
  }));
  await service.db.collection('assets').insertMany(documents as never[]);
}

const list = (client: string, query: object) =>
  fetchEndpoint(service.as(client), endpoints.listAssets, { query: { sort: 'name', ...query } });
const count = (client: string, query: object = {}) =>
  fetchEndpoint(service.as(client), endpoints.countAssets, { query });

/** Names page by page. */
async function pagesOf(client: string, query: object): Promise<string[][]> {
  const pages: string[][] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await list(client, { ...query, ...(cursor === undefined ? {} : { cursor }) });
    pages.push(page.items.map(({ name }) => name));
    cursor = page.next_cursor;
  }
  return pages;
}

describe('assets in order of names', () => {
  const long = `x${'y'.repeat(5_000)}`;
  const names = ['web', 'app', 'App', 'app', 'Zulu', 'alpha', 'db', long, `${long}z`, 'Änderung', 'ärger'];
  beforeAll(async () => {
    await storeAssets(
      'ordered',
      names.map((name) => ({ name })),
    );
    await storeAssets('another', [{ name: 'aaa' }, { name: 'web' }]);
  });

  test('come page by page, capitals among the others, none twice and none left out, though names are the same or longer than a URL', async () => {
    const expected = ['alpha', 'app', 'App', 'app', 'db', 'web', long, `${long}z`, 'Zulu', 'Änderung', 'ärger'];
    for (const limit of [1, 2, 4, 50]) {
      const pages = await pagesOf('ordered', { limit });
      expect(pages.flat()).toEqual(expected);
      expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
      expect((await pagesOf('ordered', { limit, sort: '-name' })).flat()).toEqual([...expected].reverse());
    }
  });

  test('go on from the same place when assets before and at it are gone', async () => {
    await storeAssets(
      'moving',
      ['a', 'b', 'c', 'd'].map((name) => ({ name })),
    );
    const first = await list('moving', { limit: 2 });
    await service.db.collection('assets').deleteMany({ client_account_id: 'moving', name: { $in: ['a', 'b'] } });
    const second = await list('moving', { limit: 2, cursor: first.next_cursor });
    expect(second.items.map(({ name }) => name)).toEqual(['c', 'd']);
  });

  test('are read along the index, and no more of them than are shown', async () => {
    const assets = service.db.collection('assets');
    await storeAssets(
      'many',
      Array.from({ length: 500 }, (_, at) => ({ name: `srv${at}` })),
    );
    const filter = {
      client_account_id: 'many',
      engagement_id: 'main',
      $and: [{ name_order: /9/i }, { name_order: { $gte: 'srv2' } }],
    };
    const plan = await assets.find(filter).sort({ name_order: 1, _id: 1 }).limit(10).explain('executionStats');
    expect(plan['executionStats']).toMatchObject({ totalDocsExamined: 10 });
    expect(JSON.stringify((plan['queryPlanner'] as { winningPlan: object }).winningPlan)).not.toContain('"SORT"');
  });

  test('go on from a place that an earlier version named as it is written', async () => {
    await storeAssets(
      'upgraded',
      ['alpha', 'Mike', 'zulu'].map((name) => ({ name })),
    );
    const cursor = Buffer.from(JSON.stringify(['ast_upgraded_0000001', 'Mike'])).toString('base64url');
    expect((await list('upgraded', { cursor })).items.map(({ name }) => name)).toEqual(['zulu']);
  });

  test('are put in order at a start where an earlier version stored them', async () => {
    const names = ['Zulu', 'alpha', 'Ärger', 'mike'];
    await storeAssets(
      'stored-before',
      names.map((name) => ({ name })),
    );
    const ours = { client_account_id: 'stored-before' };
    await service.db.collection('assets').updateMany(ours, { $unset: { name_order: '' } });
    await storeImport(service.as('stored-before'));
    const next = await startTestService({ database: service.mongo.name });
    const found = await fetchEndpoint(next.as('stored-before'), endpoints.listAssets, { query: { sort: 'name' } });
    await next.stop({ keepsDatabase: true });
    expect(found.items.map(({ name }) => name)).toEqual(['alpha', 'mike', 'Zulu', 'Ärger']);
    const left = { ...ours, engagement_id: 'main', name_order: null };
    const plan = await service.db.collection('assets').find(left).hint(LIST_INDEX).explain('executionStats');
    expect(plan['executionStats']).toMatchObject({ totalDocsExamined: 0 });
  });

  test('refuse a cursor of another order, and one that names nothing of this tenant', async () => {
    const byId = await fetchEndpoint(service.as('ordered'), endpoints.listAssets, { query: { limit: 2 } });
    const [, ofLong] = (await list('ordered', { limit: 7 })).items.map(({ asset_id }) => asset_id);
    const foreign = Buffer.from(JSON.stringify([ofLong])).toString('base64url');
    for (const [client, cursor] of [
      ['ordered', byId.next_cursor],
      ['ordered', 'nonsense'],
      ['another', foreign],
    ] as const)
      expect(await refusalOf(list(client, { cursor }))).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(await refusalOf(list('ordered', { sort: 'updated_at' }))).toMatchObject({ status: 400 });
  });
});

describe('a search among assets', () => {
  const SYS_ID = '1c741bd70b2322007518478d83673af3';

  test('finds the whole key if an asset has it, else a part of a name, with nothing meant as a pattern', async () => {
    await storeAssets('searched', [
      { name: 'srv7', keys: ['hostname:srv7', 'ip:10.0.0.1', `external_id:${SYS_ID}`, 'external_id:vm-7'] },
      { name: 'vm-7b', keys: ['hostname:vm-7b'] },
      { name: 'disk:0 (spare)', keys: ['hostname:disk-0'] },
      { name: 'ip:10.0.0.1 is mine', keys: ['hostname:mine'] },
    ]);
    const found = async (search: string) => (await list('searched', { search })).items.map(({ name }) => name);
    expect(await found('SRV')).toEqual(['srv7']);
    expect(await found('IP:10.0.0.1')).toEqual(['srv7']);
    expect(await found('ip:10.0.0')).toEqual(['ip:10.0.0.1 is mine']);
    expect(await found('disk:0 (')).toEqual(['disk:0 (spare)']);
    expect(await found('.*')).toEqual([]);
    expect(await count('searched', { search: 'r' })).toEqual({ count: 2, has_more: false });
    expect(await count('searched', { search: 'ip:10.0.0.1' })).toEqual({ count: 1, has_more: false });
    expect(await found('10.0.0.1')).toEqual(await found('ip:10.0.0.1'));
    expect(await found(SYS_ID.toUpperCase())).toEqual(['srv7']);
    expect(await found('vm-7')).toEqual(['vm-7b']);
  });
});

describe('assets of an environment', () => {
  test('are listed, counted and exported, those of none too, whatever else narrows the list', async () => {
    await storeAssets('placed', [
      { name: 'web-2', environment: 'production' },
      { name: 'web-1', environment: 'production' },
      { name: 'db-1', environment: 'production', assetClass: 'database' },
      { name: 'web-t', environment: 'test' },
      { name: 'web-x' },
    ]);
    const found = async (query: object) => (await pagesOf('placed', { limit: 2, ...query })).flat();
    expect(await found({ environment: 'production' })).toEqual(['db-1', 'web-1', 'web-2']);
    expect(await found({ environment: 'production', sort: '-name' })).toEqual(['web-2', 'web-1', 'db-1']);
    expect(await found({ environment: 'production', class: 'server', search: '-1' })).toEqual(['web-1']);
    expect(await found({ environment: 'none' })).toEqual(['web-x']);
    expect(await count('placed', { environment: 'production' })).toEqual({ count: 3, has_more: false });
    expect(await count('placed', { environment: 'none' })).toEqual({ count: 1, has_more: false });
    expect(await refusalOf(count('placed', { environment: 'live' }))).toMatchObject({ status: 400 });
    const query = { environment: 'production', search: 'WEB', data_import_id: 'imp_test', headers: 'names' } as const;
    const file = await (await fetchFile(service.as('placed'), endpoints.exportAssetsCsv, { query })).text();
    expect(file.match(/web-\w|db-1/g)).toEqual(['web-2', 'web-2', 'web-1', 'web-1']);
  });

  test('are the allowed values of the field', () => {
    expect(environments).toEqual(allowedValues('environment'));
  });

  test('are read along an index, no more of them than are shown', async () => {
    await storeAssets(
      'spread',
      Array.from({ length: 500 }, (_, at) => ({
        name: `srv${at}`,
        environment: at % 100 === 0 ? ('staging' as const) : ('test' as const),
      })),
    );
    const assets = service.db.collection('assets');
    const filter = { client_account_id: 'spread', engagement_id: 'main', environment: 'staging' };
    const plan = await assets.find(filter).sort({ name_order: 1, _id: 1 }).limit(3).explain('executionStats');
    expect(plan['executionStats']).toMatchObject({ totalDocsExamined: 3 });
  });
});

describe('the number of assets', () => {
  test('is of the engagement alone, exact without a filter, and "more than" so many with one', async () => {
    await storeAssets('counted', [
      ...Array.from({ length: ASSETS_COUNTED_MAX + 1 }, (_, at) => ({ name: `srv${at}` })),
      { name: 'db', assetClass: 'database' as const },
    ]);
    expect(await count('counted')).toEqual({ count: ASSETS_COUNTED_MAX + 2, has_more: false });
    expect(await count('counted', { class: 'server' })).toEqual({ count: ASSETS_COUNTED_MAX, has_more: true });
    expect(await count('counted', { class: 'database' })).toEqual({ count: 1, has_more: false });
    expect(await count('counted', { class: 'database', search: 'srv' })).toEqual({ count: 0, has_more: false });
    expect(await count('counted', { data_import_id: 'imp_test', search: 'srv1000' })).toEqual({
      count: 2,
      has_more: false,
    });
    expect(await count('nobody')).toEqual({ count: 0, has_more: false });
  });
});

describe('assets with long texts', () => {
  const size = 24;
  const names = Array.from({ length: size }, (_, at) => `large ${String(at).padStart(2, '0')}`);
  beforeAll(() =>
    storeAssets(
      'long-texts',
      names.map((name) => ({ name, note: 'x'.repeat(1_500_000) })),
    ),
  );

  test.each(['name', '-name', undefined])(
    'come on pages that a process can hold, all and each once, in order %s',
    async (sort) => {
      const pages = await pagesOf('long-texts', { sort, limit: 1_000 });
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.flat()).toEqual(sort === '-name' ? names.toReversed() : names);
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThan(12);
    },
  );

  test('end with a full page where it is the last', async () => {
    expect(await pagesOf('long-texts', { limit: 4 })).toEqual(
      Array.from({ length: 6 }, (_, at) => names.slice(at * 4, at * 4 + 4)),
    );
  });
});
