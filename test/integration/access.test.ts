import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callEndpoint, fetchEndpoint, fetchFile, type Connection } from '#shared/call-endpoint.ts';
import { API_PREFIX, type Endpoint } from '#shared/endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { roles } from '#shared/statuses.ts';
import { startTestService, waitForFlow, type TestService } from '../harness/service-harness.ts';
import { refusalOf } from '../harness/refusal.ts';
import { storeImport } from '../harness/store-import.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service?.stop());

const all = Object.entries(endpoints) as [string, Endpoint][];

describe('access', () => {
  test.each(all)('refuses %s without a key and with a wrong one', async (_name, endpoint) => {
    const url = service.origin + API_PREFIX + endpoint.path;
    const without = await fetch(url, { method: endpoint.method });
    const wrong = await fetch(url, { method: endpoint.method, headers: { Authorization: 'Bearer wrong' } });
    expect([without.status, wrong.status]).toEqual([401, 401]);
    expect(without.headers.get('www-authenticate')).toContain('Bearer');
  });

  test.each(all.filter(([, endpoint]) => endpoint.role !== 'viewer'))(
    'refuses %s to the role below its own',
    async (_name, endpoint) => {
      const below = roles[roles.indexOf(endpoint.role) - 1] ?? 'viewer';
      const key = await service.keyFor(below, 'roles', 'main');
      const response = await fetch(service.origin + API_PREFIX + endpoint.path, {
        method: endpoint.method,
        headers: { Authorization: `Bearer ${key.apiKey}` },
      });
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([403, 'forbidden']);
    },
  );

  test('stores only the hash of a key and shows the key once', async () => {
    const key = await service.keyFor('viewer', 'hashed', 'main');
    const stored = await service.db.collection('api_keys').find({}).toArray();
    expect(JSON.stringify(stored)).not.toContain(key.apiKey);
    const listed = await fetchEndpoint(service.as('x'), endpoints.listApiKeys);
    expect(JSON.stringify(listed)).not.toContain(key.apiKey);
  });

  test('refuses a revoked key at once', async () => {
    const key = await service.keyFor('analyst', 'revoked', 'main');
    await fetchEndpoint(key, endpoints.listFlows);
    const listed = await fetchEndpoint(service.as('x'), endpoints.listApiKeys);
    const found = listed.items.find((item) => item.client_account_id === 'revoked');
    await fetchEndpoint(service.as('x'), endpoints.revokeApiKey, { params: { key_id: found?.key_id ?? '' } });
    expect(await refusalOf(fetchEndpoint(key, endpoints.listFlows))).toMatchObject({ status: 401 });
  });

  test('lets a bound admin make keys for its own engagement only', async () => {
    const admin = await service.keyFor('admin', 'bound', 'main');
    const grant = (client: string | null) => ({
      client_account_id: client,
      engagement_id: client === null ? null : 'main',
    });
    const own = await fetchEndpoint(admin, endpoints.createApiKey, {
      body: { name: 'own', role: 'viewer', grant: grant('bound') },
    });
    expect(own.api_key).toMatch(/^cmdb_/);
    for (const client of ['foreign', null]) {
      const refused = fetchEndpoint(admin, endpoints.createApiKey, {
        body: { name: 'more', role: 'viewer', grant: grant(client) },
      });
      expect(await refusalOf(refused)).toMatchObject({ status: 403 });
    }
  });

  test.each(['  ', 'a\nb', '\u202eadmin', '\u200b'])(
    'refuses %j as the name of a key: it stands in the audit log',
    async (name) => {
      const grant = { client_account_id: 'bound', engagement_id: 'main' };
      const refused = fetchEndpoint(service.as('x'), endpoints.createApiKey, { body: { name, role: 'viewer', grant } });
      expect(await refusalOf(refused)).toMatchObject({ status: 400, code: 'invalid_request' });
    },
  );

  test('refuses the name of another key that is valid where its maker may act, however it is spelled', async () => {
    const grant = { client_account_id: 'named', engagement_id: 'main' };
    const make = (admin: Connection, name: string) =>
      fetchEndpoint(admin, endpoints.createApiKey, { body: { name, role: 'viewer', grant } });
    const admin = await service.keyFor('admin', 'named', 'main');
    await service.keyFor('viewer', 'elsewhere', 'main');
    for (const name of [
      'first admin key',
      'First  ADMIN\u200d key ',
      'admin of named',
      'admin\u2800of\ufe0f named',
      'Bootstrap',
    ]) {
      const problem = await refusalOf(make(admin, name));
      expect(problem).toMatchObject({ status: 409, code: 'key_name_exists', problems: [{ field: 'name' }] });
    }
    expect(await refusalOf(make(service.as('x'), 'viewer of elsewhere'))).toMatchObject({ code: 'key_name_exists' });
    const { key_id } = await make(admin, 'viewer of elsewhere');
    await fetchEndpoint(admin, endpoints.revokeApiKey, { params: { key_id } });
    expect(await make(admin, 'viewer of elsewhere')).toMatchObject({ revoked_at: null });
  });

  test('creates a new client and engagement with the import of an all-access admin, and refuses them to any other key', async () => {
    await storeImport(service.as('brand-new', 'wave-1'));
    const listed = await fetchEndpoint(service.as('x'), endpoints.listEngagements, { query: { limit: 1000 } });
    expect(listed.items).toContainEqual(
      expect.objectContaining({ client_account_id: 'brand-new', engagement_id: 'wave-1' }),
    );
    const made = await fetchEndpoint(service.as('x'), endpoints.createApiKey, {
      body: { name: 'client wide', role: 'admin', grant: { client_account_id: 'brand-new', engagement_id: null } },
    });
    const clientWide = {
      origin: service.origin,
      apiKey: made.api_key,
      clientAccountId: 'brand-new',
      engagementId: 'wave-2',
    };
    expect(await refusalOf(storeImport(clientWide))).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await service.db.collection('engagements').countDocuments({ engagement_id: 'wave-2' })).toBe(0);
  });

  test('tells a key who it is', async () => {
    const key = await service.keyFor('analyst', 'whoami', 'main');
    const { body } = (await callEndpoint(key, endpoints.getSession)) as { body: unknown };
    expect(body).toEqual({
      key_id: expect.stringMatching(/^key_/),
      key_name: 'analyst of whoami',
      role: 'analyst',
      client_account_id: 'whoami',
      engagement_id: 'main',
      may_create_engagements: false,
    });
  });

  test('keeps a revoked first key revoked when another process starts with it in its settings', async () => {
    const first = await startTestService();
    const body = {
      name: 'second admin',
      role: 'admin',
      grant: { client_account_id: null, engagement_id: null },
    } as const;
    const made = await fetchEndpoint(first.as('acme'), endpoints.createApiKey, { body });
    const another = { ...first.as('acme'), apiKey: made.api_key };
    const listed = await fetchEndpoint(another, endpoints.listApiKeys);
    const bootstrap = listed.items.find(({ name }) => name === 'first admin key');
    await fetchEndpoint(another, endpoints.revokeApiKey, { params: { key_id: bootstrap?.key_id ?? '' } });
    const second = await startTestService({ database: first.mongo.name });
    try {
      const problem = await refusalOf(fetchEndpoint(second.as('acme'), endpoints.listFlows));
      expect(problem.status).toBe(401);
    } finally {
      await second.stop();
      await first.stop();
    }
  });

  test('audits the making and revoking of keys', async () => {
    await service.keyFor('viewer', 'audited', 'main');
    expect(
      await service.db
        .collection('audit_events')
        .countDocuments({ action: 'api_key.create', 'details.name': 'viewer of audited' }),
    ).toBe(1);
    const { items } = await fetchEndpoint(service.as('any'), endpoints.listAuditEvents);
    expect(items[0]).toMatchObject({ actor: 'first admin key', details: { name: 'viewer of audited' } });
  });

  test('shows the making and revoking of a key to the admins of its client, and to no other', async () => {
    const admins = await Promise.all(
      ['of-keys', 'other-keys'].map((client) => service.keyFor('admin', client, 'main')),
    );
    await service.keyFor('viewer', 'of-keys', 'main');
    const listed = await fetchEndpoint(service.as('x'), endpoints.listApiKeys);
    const key_id = listed.items.find(({ name }) => name === 'viewer of of-keys')?.key_id ?? '';
    await fetchEndpoint(service.as('x'), endpoints.revokeApiKey, { params: { key_id } });
    const [own, others] = await Promise.all(
      admins.map(async (admin) =>
        (await fetchEndpoint(admin, endpoints.listAuditEvents)).items.filter(({ subject }) => subject === key_id),
      ),
    );
    const granted = { client_account_id: 'of-keys', engagement_id: 'main', actor: 'first admin key' };
    const details = { name: 'viewer of of-keys', role: 'viewer' };
    expect(own).toMatchObject([
      { action: 'api_key.revoke', ...granted, details },
      { action: 'api_key.create', ...granted, details },
    ]);
    expect(others).toEqual([]);
  });

  test('shows an admin what was done within the own grant, page by page, and others nothing', async () => {
    const { flow_id } = await storeImport(service.as('watched'));
    await fetchEndpoint(service.as('watched'), endpoints.deleteFlow, { params: { flow_id } });
    const read = async (client: string) =>
      (await fetchEndpoint(await service.keyFor('admin', client, 'main'), endpoints.listAuditEvents)).items;
    const ownKey = (client: string) => ({ action: 'api_key.create', client_account_id: client });
    expect(await read('watched')).toMatchObject([
      ownKey('watched'),
      { action: 'flow.delete', subject: flow_id, client_account_id: 'watched', engagement_id: 'main' },
      { action: 'import.store', details: { flow_id } },
    ]);
    expect(await read('unwatched')).toMatchObject([ownKey('unwatched')]);
    const all = service.as('any');
    const first = await fetchEndpoint(all, endpoints.listAuditEvents, { query: { limit: 1 } });
    const query = { limit: 1, cursor: first.next_cursor ?? '' };
    const second = await fetchEndpoint(all, endpoints.listAuditEvents, { query });
    expect(second.items[0]?.event_id).not.toBe(first.items[0]?.event_id);
    const analyst = await service.keyFor('analyst', 'watched', 'main');
    expect(await refusalOf(fetchEndpoint(analyst, endpoints.listAuditEvents))).toMatchObject({ status: 403 });
  });

  test('names the id of the key an act was done with, and shows what was done with one key', async () => {
    const analyst = await service.keyFor('analyst', 'by-key', 'main');
    const admin = await service.keyFor('admin', 'by-key', 'main');
    const [own, other] = await Promise.all(
      [analyst, admin].map(async (key) => (await fetchEndpoint(key, endpoints.getSession)).key_id),
    );
    const { flow_id } = await storeImport(analyst);
    await fetchEndpoint(analyst, endpoints.deleteFlow, { params: { flow_id } });
    await fetchFile(admin, endpoints.exportAssetsCsv);
    const done = async (key_id: string | undefined) =>
      (await fetchEndpoint(admin, endpoints.listAuditEvents, { query: { key_id } })).items;
    expect(await done(own)).toMatchObject([
      { action: 'flow.delete', actor: 'analyst of by-key', actor_key_id: own },
      { action: 'import.store', actor_key_id: own },
    ]);
    expect(await done(other)).toMatchObject([{ action: 'file.export', actor_key_id: other }]);
    await service.db.collection('audit_events').updateMany({ actor_key_id: own }, { $unset: { actor_key_id: '' } });
    expect(await done(own)).toEqual([]);
    const older = (await done(undefined)).filter(({ subject }) => subject === flow_id);
    expect(older).toMatchObject([{ actor: 'analyst of by-key', actor_key_id: null }]);
  });

  test('shows of what was done only some acts, of some keys, at some time, page by page', async () => {
    const analyst = await service.keyFor('analyst', 'sifted', 'main');
    const admin = await service.keyFor('admin', 'sifted', 'main');
    for (let times = 0; times < 3; times += 1) await fetchFile(analyst, endpoints.exportAssetsCsv);
    const between = new Date().toISOString();
    await fetchFile(admin, endpoints.exportAssetsXlsx);
    const asBefore = { $set: { action: 'inventory.export' } };
    const renamed = await service.db
      .collection('audit_events')
      .updateOne({ subject: 'assets.xlsx', client_account_id: 'sifted' }, asBefore);
    expect(renamed.modifiedCount).toBe(1);
    const { flow_id, data_import_id } = await storeImport(analyst);
    await fetchEndpoint(analyst, endpoints.deleteFlow, { params: { flow_id } });
    const read = (query: object) => fetchEndpoint(admin, endpoints.listAuditEvents, { query });
    const subjects = async (query: object) => (await read(query)).items.map(({ subject }) => subject);
    const csv = 'assets.csv';
    const stored = { action: 'import.store', details: { flow_id, records: 3 } };
    expect((await read({ search: flow_id.slice(-8) })).items).toMatchObject([{ subject: flow_id }, stored]);
    expect((await read({ search: data_import_id.slice(-8).toUpperCase() })).items).toMatchObject([stored]);
    expect(await subjects({ search: 'analyst', action: 'flow.delete' })).toEqual([flow_id]);
    expect(await subjects({ client_account_id: 'sifted', engagement_id: 'main', limit: 1 })).toEqual([flow_id]);
    expect(await subjects({ client_account_id: 'watched' })).toEqual([]);
    expect(await subjects({ action: 'file.export' })).toEqual(['assets.xlsx', csv, csv, csv]);
    expect(await subjects({ actor: 'ANALYST of' })).toEqual([flow_id, data_import_id, csv, csv, csv]);
    expect(await subjects({ actor: 'analyst', action: 'flow.delete' })).toEqual([flow_id]);
    expect(await subjects({ from: between })).toEqual([flow_id, data_import_id, 'assets.xlsx']);
    expect(await subjects({ until: between, actor: 'admin of' })).toEqual([]);
    const first = await read({ action: 'file.export', until: between, limit: 2 });
    expect(first.items).toHaveLength(2);
    const cursor = first.next_cursor ?? '';
    expect(await subjects({ action: 'file.export', until: between, limit: 2, cursor })).toEqual([csv]);
    expect(await refusalOf(read({ from: 'yesterday' }))).toMatchObject({ status: 400 });
  });

  test('shows who took which file out, and no file that was refused', async () => {
    const { flow_id } = await storeImport(service.as('taken-out'));
    const viewer = await service.keyFor('viewer', 'taken-out', 'main');
    await fetchFile(viewer, endpoints.exportAssetsCsv);
    await fetchFile(viewer, endpoints.exportChangesXlsx, { params: { flow_id }, query: { kind: 'created' } });
    const unknown = fetchFile(viewer, endpoints.exportFindingsCsv, { query: { flow_id: 'flow_of_nobody' } });
    expect(await refusalOf(unknown)).toMatchObject({ status: 404 });
    const headers = { Authorization: `Bearer ${viewer.apiKey}` };
    const head = async (file: string) =>
      (await fetch(`${service.origin}${API_PREFIX}/exports/${file}`, { method: 'HEAD', headers })).status;
    expect([await head('assets.xlsx'), await head('findings.csv?flow_id=flow_of_nobody')]).toEqual([200, 404]);
    const admin = await service.keyFor('admin', 'taken-out', 'main');
    const { items } = await fetchEndpoint(admin, endpoints.listAuditEvents);
    const by = { actor: 'viewer of taken-out', action: 'file.export' };
    expect(items.filter(({ action }) => action === by.action)).toMatchObject([
      { ...by, subject: 'changes.xlsx', details: { file: 'changes.xlsx', flow_id, kind: 'created' } },
      { ...by, subject: 'assets.csv', details: { file: 'assets.csv' } },
    ]);
  });

  test('is saved as a file by admins, as far as they may see, filtered, and with nothing to run', async () => {
    const admin = await service.keyFor('admin', 'saved', 'main');
    const grant = { client_account_id: 'saved', engagement_id: 'main' };
    const body = { name: '=HYPERLINK(1)', role: 'viewer', grant } as const;
    const { api_key } = await fetchEndpoint(admin, endpoints.createApiKey, { body });
    await fetchFile({ ...admin, apiKey: api_key }, endpoints.exportAssetsCsv);
    const saved = async (query: object) => (await fetchFile(admin, endpoints.exportAuditCsv, { query })).text();
    const made = (await saved({ action: 'api_key.create' })).trim().split('\r\n');
    expect(made).toHaveLength(3);
    expect(made[1]).toMatch(/,admin of saved,key_\w+,api_key\.create,key_\w+,saved,main,name: =HYPERLINK/);
    expect(made[2]).toContain(',first admin key,');
    expect(await saved({ search: 'assets.csv' })).toContain(",'=HYPERLINK(1),key_");
    expect(await saved({ search: 'no such thing' })).not.toContain('api_key');
    const { items } = await fetchEndpoint(admin, endpoints.listAuditEvents, { query: { limit: 1 } });
    expect(items).toMatchObject([{ subject: 'audit-log.csv', client_account_id: 'saved', engagement_id: 'main' }]);
  });

  describe('where three wrong keys a minute are allowed', () => {
    let limited: TestService;
    beforeAll(async () => {
      limited = await startTestService({ settings: { FAILED_LOGINS_PER_MINUTE: '3' } });
    });
    afterAll(() => limited?.stop());

    test('lets many panes of one address wait for an answer at once, and refuses the fourth guess', async () => {
      const connection = limited.as('patient');
      const { flow_id } = await storeImport(connection);
      const { revision } = await waitForFlow(connection, flow_id, ['waiting_for_approval']);
      const wait = { params: { flow_id }, query: { wait_seconds: 1 }, ifNoneMatch: `"${revision}"` };
      const polls = Array.from({ length: 6 }, () => callEndpoint(connection, endpoints.getFlow, wait));
      expect((await Promise.all(polls)).every((answer) => answer.isNotModified)).toBe(true);
      const calledByPages = await Promise.all(
        Array.from({ length: 6 }, async () => (await fetch(`${limited.origin}/api/v1/session`)).status),
      );
      expect(new Set(calledByPages)).toEqual(new Set([401]));
      const guesses: number[] = [];
      for (let tries = 0; tries < 4; tries += 1) {
        const guess = fetchEndpoint({ origin: limited.origin, apiKey: `guess-${tries}` }, endpoints.getSession);
        guesses.push((await refusalOf(guess)).status);
      }
      expect(guesses).toEqual([401, 401, 401, 429]);
      expect(await refusalOf(fetchEndpoint(connection, endpoints.getSession))).toMatchObject({ status: 429 });
    });
  });

  test('binds the given first key when told so', async () => {
    const bound = await startTestService({
      settings: {
        BOOTSTRAP_API_KEY: 'a-bound-first-key-of-this-test',
        BOOTSTRAP_CLIENT_ACCOUNT_ID: 'contoso',
        BOOTSTRAP_ENGAGEMENT_ID: 'wave-2',
      },
    });
    const connection = { origin: bound.origin, apiKey: 'a-bound-first-key-of-this-test' };
    await storeImport(connection);
    expect(
      await refusalOf(storeImport({ ...connection, clientAccountId: 'fabrikam', engagementId: 'wave-2' })),
    ).toMatchObject({ status: 403 });
    await bound.stop();
  });
});
