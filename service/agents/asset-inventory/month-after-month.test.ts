import { describe, expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { MemoryInventory, planFor } from '#test/builders/memory-inventory.ts';

const sysId = (digit: string): string => digit.repeat(32);
const CMDB = ['asset_name', 'asset_id', 'serial_number', 'ip_address', 'business_owner'];
const SRV: Cell[] = ['srv-1', sysId('a'), 'CZ12300001X', '10.0.0.1', 'Anna Keller'];
const CLN: Cell[] = ['cln-1', sysId('c'), 'CZ12300001X', '10.0.0.98', 'Carla Weiss'];
const OTHER: Cell[] = ['srv-2', sysId('b'), 'CZ12300002X', '10.0.0.2', 'Bernd Vogt'];

/** Imports of one sheet, month by month, unless another is said. */
class Months {
  readonly inventory = new MemoryInventory();
  private months = 0;

  async import(rows: readonly (readonly Cell[])[], fields = CMDB, filename = 'cmdb') {
    this.months += 1;
    const id = `imp_${this.months}`;
    const sheet = { id, fields, rows, filename: `${filename}_2026-0${this.months}.csv` };
    const plan = planFor(sheet);
    const columns = plan.columns.map((column) => ({ ...column, isSecondary: false }));
    const { result } = await this.inventory.import(sheet, { input: { cleansingPlan: { ...plan, columns } } });
    const { created, updated, conflict, missing } = result;
    const kinds = this.open().map(({ kind }) => kind);
    return { came: [created, updated, conflict, missing], kinds };
  }

  open() {
    return this.inventory.openConflicts(`imp_${this.months}`);
  }

  async separate() {
    for (const conflict of this.open()) await this.inventory.decide(conflict, { action: 'separate' });
  }

  valuesOf(field: string): unknown[][] {
    return this.inventory.snapshot().map(({ values }) => (values[field] ?? []).map(({ raw }) => raw));
  }
}

const named = (row: readonly Cell[], name: string): Cell[] => [name, ...row.slice(1)];
const withSerial = (row: readonly Cell[], serial: Cell): Cell[] => [...row.slice(0, 2), serial, ...row.slice(3)];

describe('two machines of one serial number or id', () => {
  test.each([
    ['srv-1', 'cln-1'],
    ['SRV-1', 'CLN-1.acme.de'],
    ['SRV-1.acme.de', 'CLN-1.acme.de'],
  ])('are held, however much of their names is written: %s and %s', async (one, other) => {
    const rows = [named(SRV, one), named(CLN, other)];
    expect(await new Months().import(rows)).toEqual({ came: [0, 0, 2, 0], kinds: ['serial:names'] });
    const known = new Months();
    await known.import([named(SRV, one)]);
    expect(await known.import(rows)).toEqual({ came: [0, 0, 2, 0], kinds: ['serial:names'] });
  });

  test('are held by a UUID that both have too', async () => {
    const uuid = '4213c2e9-6fd0-86e9-adf0-16082f400442';
    const rows: Cell[][] = [
      ['APP-01', uuid, '10.0.0.1'],
      ['web-07.acme.de', uuid, '10.0.0.2'],
    ];
    const found = await new Months().import(rows, ['asset_name', 'asset_id', 'ip_address']);
    expect(found).toEqual({ came: [0, 0, 2, 0], kinds: ['external_id:names'] });
  });

  test('are one where the other name is what people call it', async () => {
    const rows = [named(SRV, 'Payroll server'), named(SRV, 'pay01.corp.com')];
    expect((await new Months().import(rows)).came).toEqual([1, 0, 0, 0]);
  });

  test('are one where the qualified name is that of the short one', async () => {
    const rows = [named(SRV, 'SRV-1'), named(SRV, 'srv-1.acme.de')];
    expect((await new Months().import(rows)).came).toEqual([1, 0, 0, 0]);
  });
});

describe('a serial number that changes', () => {
  test('under the id of its source is for a person to decide, and asked about once', async () => {
    const months = new Months();
    await months.import([SRV, OTHER]);
    const corrected = [withSerial(SRV, 'CZ99900001X'), OTHER];
    expect(await months.import(corrected)).toEqual({ came: [0, 0, 1, 0], kinds: ['external_id:serial'] });
    const [conflict] = months.open();
    const asset_id = conflict?.candidates[0]?.asset_id ?? '';
    if (conflict) await months.inventory.decide(conflict, { action: 'merge', asset_id });
    expect(await months.import(corrected)).toEqual({ came: [0, 0, 0, 0], kinds: [] });
    expect(months.valuesOf('serial_number')).toEqual([['CZ99900001X'], ['CZ12300002X']]);
  });

  test('to that of another machine that a person found is asked about once too', async () => {
    const months = new Months();
    await months.import([SRV, OTHER]);
    const corrected = [withSerial(SRV, 'CZ99900001X'), OTHER];
    await months.import(corrected);
    await months.separate();
    expect(await months.import(corrected)).toEqual({ came: [0, 0, 0, 1], kinds: [] });
    expect(months.inventory.names()).toEqual(['srv-1', 'srv-1', 'srv-2']);
  });

  test('after a month in which it was left out is asked about as well', async () => {
    const months = new Months();
    await months.import([SRV]);
    expect((await months.import([withSerial(SRV, null)])).came).toEqual([0, 0, 0, 0]);
    expect((await months.import([withSerial(SRV, 'CZ99900001X')])).kinds).toEqual(['external_id:serial']);
  });

  test('crosswise between two machines is held for each of them, and follows the decision', async () => {
    const months = new Months();
    await months.import([SRV, OTHER]);
    const crossed = [withSerial(SRV, 'CZ12300002X'), withSerial(OTHER, 'CZ12300001X')];
    expect(await months.import(crossed)).toEqual({ came: [0, 0, 2, 0], kinds: ['serial:assets', 'serial:assets'] });
    const [srv, other] = months.inventory.snapshot().map(({ _id }) => _id);
    for (const conflict of months.open()) {
      expect(conflict.candidates.map(({ asset_id }) => asset_id)).toEqual([srv, other]);
      const into = conflict.things[0]?.name === 'srv-1' ? srv : other;
      await months.inventory.decide(conflict, { action: 'merge', asset_id: into ?? '' });
    }
    expect(months.valuesOf('business_owner')).toEqual([['Anna Keller'], ['Bernd Vogt']]);
    expect(months.valuesOf('serial_number')).toEqual([['CZ12300002X'], ['CZ12300001X']]);
    expect(await months.import(crossed)).toEqual({ came: [0, 0, 0, 0], kinds: [] });
  });

  test('crosswise is set aside where a person separates before the inventory is written', async () => {
    const { inventory } = new Months();
    const sheet = (id: string, rows: Cell[][]) => ({ id, fields: CMDB, rows });
    await inventory.import(sheet('imp_a', [SRV, OTHER]));
    const crossed = sheet('imp_b', [withSerial(SRV, 'CZ12300002X'), withSerial(OTHER, 'CZ12300001X')]);
    await inventory.import(crossed, { input: { inventoryDecision: 'preview' } });
    const by = { decided_by: 'Ana', decided_at: new Date('2026-02-01'), rule_id: null };
    for (const conflict of inventory.openConflicts('imp_b'))
      await inventory.decideBefore(conflict, { action: 'separate', asset_id: null, fields: {}, ...by });
    expect((await inventory.import(crossed)).result).toMatchObject({ created: 0, updated: 2, conflict: 0 });
    expect(inventory.snapshot().map(({ values }) => values['business_owner']?.[0]?.raw)).toEqual([
      'Anna Keller',
      'Bernd Vogt',
    ]);
  });

  test('without an id of its source makes another machine, as a successor has the name', async () => {
    const months = new Months();
    const fields = CMDB.filter((field) => field !== 'asset_id');
    const without = (row: readonly Cell[]): Cell[] => [...row.slice(0, 1), ...row.slice(2)];
    await months.import([without(SRV)], fields);
    expect((await months.import([without(withSerial(SRV, 'CZ99900001X'))], fields)).came).toEqual([1, 0, 0, 1]);
  });
});

describe('machines of one serial number that a person told apart', () => {
  async function toldApart(): Promise<Months> {
    const months = new Months();
    await months.import([SRV]);
    await months.import([SRV, CLN]);
    await months.separate();
    return months;
  }

  test('are known by the ids of their source, whatever else of them changes', async () => {
    const months = await toldApart();
    const moved = [...CLN.slice(0, 3), '10.0.0.97', 'Neu'];
    expect(await months.import([SRV, moved])).toEqual({ came: [0, 1, 0, 0], kinds: [] });
    const renamed = [named(SRV, 'srv-9'), named(moved, 'CLN-1.acme.de')];
    expect(await months.import(renamed)).toMatchObject({ came: [0, 2, 0, 0], kinds: [] });
  });

  test('are known where one of them is not on the sheet any more', async () => {
    const months = await toldApart();
    expect(await months.import([CLN])).toEqual({ came: [0, 0, 0, 1], kinds: [] });
  });

  test('stay apart by what is remembered of their names, though an address changes', async () => {
    const fields = ['asset_name', 'serial_number', 'ip_address'];
    const sheet = (address: string): Cell[][] => [
      ['srv-1', 'CZ12300001X', '10.0.0.1'],
      ['cln-1', 'CZ12300001X', address],
    ];
    const months = new Months();
    await months.import(sheet('10.0.0.98'), fields);
    const [conflict] = months.open();
    await months.separate();
    const decision = months.inventory.conflicts.get(conflict?.conflict_id ?? '')?.decision;
    if (conflict && decision) await months.inventory.remember(conflict.signature, decision);
    expect(await months.import(sheet('10.0.0.97'), fields)).toEqual({ came: [0, 1, 0, 0], kinds: [] });
    const third = [...sheet('10.0.0.97').slice(0, 1), ['cln-2', 'CZ12300001X', '10.0.0.96']];
    expect((await months.import(third, fields)).came).toEqual([0, 0, 2, 0]);
  });
});

test('addresses are part of what is remembered where nothing else tells the records apart', async () => {
  const fields = ['asset_name', 'ip_address'];
  const sheet = (address: string): Cell[][] => [
    ['srv-1', '10.0.0.1'],
    ['srv-1', address],
  ];
  const months = new Months();
  await months.import(sheet('10.0.0.2'), fields);
  const [first] = months.open();
  await months.import(sheet('10.0.0.3'), fields);
  expect(months.open()[0]?.signature).not.toBe(first?.signature);
});

describe('numbers that count up', () => {
  const numbered = (from: number, name: string, serial: string): Cell[][] =>
    Array.from({ length: 100 }, (_, at): Cell[] => [
      `${name}-${at}`,
      `INV-2026-${String(at + from).padStart(6, '0')}`,
      `${serial}${String(at).padStart(5, '0')}X`,
    ]);
  const fields = ['asset_name', 'asset_id', 'serial_number'];

  test('of two sites are not of one machine, whatever they share', async () => {
    const months = new Months();
    await months.import(numbered(1, 'ham', 'CZ123'), fields);
    expect((await months.import(numbered(1, 'muc', 'DE999'), fields, 'muenchen')).came).toEqual([100, 0, 0, 0]);
  });

  test('that a row on top has moved by one do not make doubtful who keeps name and serial number', async () => {
    const months = new Months();
    await months.import(numbered(1, 'ham', 'CZ123'), fields);
    const onTop: Cell[] = ['ham-new', 'INV-2026-000001', 'CZ999NEW01X'];
    expect((await months.import([onTop, ...numbered(2, 'ham', 'CZ123')], fields)).came).toEqual([1, 100, 0, 0]);
    expect((await months.import([onTop, ...numbered(2, 'ham', 'CZ123')], fields)).came).toEqual([0, 0, 0, 0]);
  });

  test('tell of a corrected serial number where the name stays', async () => {
    const months = new Months();
    const item = (serial: string): Cell[][] => [['ham-1', 'CI0012345', serial]];
    await months.import(item('CZ12300001X'), fields);
    expect((await months.import(item('CZ99900001X'), fields)).kinds).toEqual(['external_id:serial']);
  });
});

test('a uuid that was moved to a machine of another name and serial number makes another one', async () => {
  const months = new Months();
  await months.import([SRV]);
  expect((await months.import([withSerial(named(SRV, 'clone-1'), 'CZ99900001X')])).came).toEqual([1, 0, 0, 1]);
});

describe('ids of several systems', () => {
  const vmware = ['asset_name', 'asset_id', 'asset_id'];
  const VM: Cell[] = ['srv-1', 'vm-1151', '4213c2e9-6fd0-86e9-adf0-16082f400442'];

  test('stand side by side, each replaced by its own sheet only', async () => {
    const months = new Months();
    await months.import([SRV]);
    const before = months.inventory.snapshot();
    expect((await months.import([VM], vmware, 'vInfo')).came).toEqual([0, 1, 0, 0]);
    const both = [[sysId('a'), ...VM.slice(1)]];
    expect(months.valuesOf('asset_id')).toEqual(both);
    expect((await months.import([SRV])).came).toEqual([0, 0, 0, 0]);
    expect((await months.import([VM], vmware, 'vInfo')).came).toEqual([0, 0, 0, 0]);
    expect(months.valuesOf('asset_id')).toEqual(both);
    await months.import([['srv-1', 'vm-2000', VM[2] ?? null]], vmware, 'vInfo');
    expect(months.valuesOf('asset_id')).toEqual([[sysId('a'), 'vm-2000', VM[2]]]);
    const [, ofVmware] = months.inventory.snapshot()[0]?.values['asset_id'] ?? [];
    expect(ofVmware).toMatchObject({ data_import_id: 'imp_5', row_number: 1, column_index: 1 });
    for (const id of ['imp_2', 'imp_3', 'imp_4', 'imp_5'])
      await months.inventory.withdraw({ id, fields: [], rows: [] });
    expect(months.inventory.snapshot()).toEqual(before);
  });

  test('that two sheets give alike stand there once', async () => {
    const months = new Months();
    await months.import([SRV]);
    await months.import([SRV], CMDB, 'export');
    expect(months.valuesOf('asset_id')).toEqual([[sysId('a')]]);
  });

  const IDS = ['asset_name', 'serial_number', 'asset_id'];
  const withId = (id: string): Cell[] => ['srv-1', 'CZ12300001X', id];

  test('do not change places where the first import of a sheet is withdrawn', async () => {
    const months = new Months();
    await months.import([withId(sysId('a'))], IDS);
    await months.import([withId(sysId('b'))], IDS, 'vInfo');
    await months.import([withId(sysId('a'))], IDS);
    const before = months.valuesOf('asset_id');
    await months.inventory.withdraw({ id: 'imp_1', fields: [], rows: [] });
    expect(months.valuesOf('asset_id')).toEqual(before);
    expect(months.inventory.changes.get('imp_1') ?? []).toEqual([]);
  });

  test('that only count within a list do not pile up where its file is called otherwise each time', async () => {
    const months = new Months();
    await months.import([withId(sysId('a'))], IDS);
    for (const [at, name] of ['Liste Anna', 'Liste Bernd', 'Liste neu'].entries())
      await months.import([withId(String(17 + at))], IDS, name);
    expect(months.valuesOf('asset_id')).toEqual([[sysId('a'), '19']]);
  });

  test('that only count within a list stand side by side where two lists count in another way', async () => {
    const months = new Months();
    for (const name of ['vInfo', 'export', 'vInfo'])
      await months.import([withId(name === 'vInfo' ? 'vm-2000' : '17')], IDS, name);
    expect(months.valuesOf('asset_id')).toEqual([['17', 'vm-2000']]);
    await months.import([withId('vm-3000')], IDS, 'all machines');
    await months.import([withId('18')], IDS, 'zz list');
    expect(months.valuesOf('asset_id')).toEqual([['vm-3000', '18']]);
  });

  test('stay where a sheet only changes their case, or gives one that another gave', async () => {
    const months = new Months();
    const id = '4213C2E9-6FD0-86E9-ADF0-16082F400442';
    await months.import([withId(id)], IDS);
    await months.import([withId(sysId('a'))], IDS, 'ServiceNow');
    expect((await months.import([withId(id.toLowerCase())], IDS)).came).toEqual([0, 0, 0, 0]);
    expect((await months.import([withId(sysId('A'))], IDS, 'a list')).came).toEqual([0, 0, 0, 0]);
    expect(months.valuesOf('asset_id')).toEqual([[sysId('a'), id]]);
  });

  test('begin with the one a person chose', async () => {
    const months = new Months();
    await months.import([SRV]);
    const uuid = '4213c2e9-6fd0-86e9-adf0-16082f400442';
    const crossed: Cell[][] = [
      ['cln-1', 'CZ12300001X', uuid],
      ['srv-1', 'CZ12300001X', sysId('f')],
    ];
    await months.import(crossed, IDS, 'vInfo');
    const asset_id = months.inventory.snapshot()[0]?._id ?? '';
    const [conflict] = months.open();
    const row = conflict?.things[0]?.source.row_numbers[0] ?? 0;
    if (conflict) await months.inventory.decide(conflict, { action: 'merge', asset_id, fields: { asset_id: row } });
    expect(months.valuesOf('asset_id')[0]?.[0]).toBe(uuid);
  });
});

describe('a machine that was renamed while another got its name', () => {
  const LIST = ['hostname', 'ip_address', 'business_owner'];
  const renamed = [named(SRV, 'new-1'), ['srv-1', sysId('d'), 'CZ77700001X', '10.0.0.77', 'Neu'], OTHER];

  test('is not called by the old one any more, and does not make who has it now doubtful', async () => {
    const months = new Months();
    await months.import([SRV, OTHER]);
    const listed: Cell[][] = [
      ['srv-1', '10.0.0.1', 'Anna Keller'],
      ['srv-2', '10.0.0.2', 'Bernd Vogt'],
    ];
    await months.import(listed, LIST, 'Liste');
    const before = months.inventory.snapshot();
    await months.import(renamed);
    const hostnames = () =>
      Object.fromEntries(
        months.inventory.snapshot().map(({ name, values }) => [name, values['hostname']?.[0]?.raw ?? null]),
      );
    expect(hostnames()).toEqual({ 'new-1': null, 'srv-1': null, 'srv-2': 'srv-2' });
    const later: Cell[][] = [
      ['SRV-1', '10.0.0.77', 'Neuer Besitzer'],
      ['new-1', '10.0.0.1', 'Anna Keller'],
      ['srv-2', '10.0.0.2', 'Bernd Vogt'],
    ];
    expect(await months.import(later, LIST, 'Liste')).toEqual({ came: [0, 1, 1, 0], kinds: ['name:names'] });
    const [conflict] = months.open();
    expect(conflict?.candidates.map(({ name }) => name)).toEqual(['new-1']);
    const asset_id = conflict?.candidates[0]?.asset_id ?? '';
    if (conflict) await months.inventory.decide(conflict, { action: 'merge', asset_id });
    expect(await months.import(later, LIST, 'Liste')).toEqual({ came: [0, 0, 0, 0], kinds: [] });
    expect(hostnames()).toEqual({ 'new-1': 'new-1', 'srv-1': 'SRV-1', 'srv-2': 'srv-2' });
    for (const id of ['imp_3', 'imp_4', 'imp_5']) await months.inventory.withdraw({ id, fields: [], rows: [] });
    expect(months.inventory.snapshot()).toEqual(before);
  });

  test('keeps a host name that was never the name its sheet gave it', async () => {
    const months = new Months();
    await months.import([named(SRV, 'Payroll')]);
    await months.import([['srv-1', 'CZ12300001X']], ['hostname', 'serial_number'], 'Liste');
    await months.import([named(SRV, 'Payroll new')]);
    expect(months.valuesOf('hostname')).toEqual([['srv-1']]);
  });

  test.each([
    ['is blank', ['asset_name', 'fqdn', 'serial_number'], ['app01', null, 'CZ12300001X']],
    ['has no column any more', ['asset_name', 'serial_number'], ['app01', 'CZ12300001X']],
  ])('keeps the names another sheet gives where the name of its sheet %s', async (_, fields, row) => {
    const months = new Months();
    const january = ['asset_name', 'fqdn', 'serial_number'];
    await months.import([['app01', 'srv-1.acme.de', 'CZ12300001X']], january);
    const vInfo = ['asset_name', 'hostname', 'fqdn', 'serial_number'];
    await months.import([['srv-1', 'srv-1', 'srv-1.acme.de', 'CZ12300001X']], vInfo, 'vInfo');
    await months.import([row], fields);
    expect([months.valuesOf('fqdn'), months.valuesOf('hostname')]).toEqual([[['srv-1.acme.de']], [['srv-1']]]);
  });
});
