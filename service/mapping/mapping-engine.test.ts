import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildColumns } from '#shared/column-keys.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { targetFields } from '#shared/target-fields.ts';
import type { Steps } from '../engine-parts/steps.ts';
import { cpuMsOf } from '#test/harness/cpu-time.ts';
import { createSheetProfiler } from '../profiling/column-profiler.ts';
import { suggest } from '#test/builders/suggested-mappings.ts';
import { readNames, suggestInSteps, suggestMappings } from './mapping-engine.ts';

function countSteps<Result>(work: Steps<Result>): { steps: number; result: Result } {
  for (let steps = 0; ; steps += 1) {
    const { done, value } = work.next();
    if (done) return { steps, result: value };
  }
}

const fieldOf = (header: string, samples: readonly Cell[] = []): string | null =>
  suggest([[header, samples]])[0]?.targetField ?? null;

describe('headers the original mapped wrongly', () => {
  test.each([
    ['Manufacturer', ['Dell', 'HPE'], 'manufacturer'],
    ['MAC Address', ['00:50:56:9a:1b:2c', '00:50:56:9a:1b:2d'], 'mac_address'],
    ['Position', ['U12', 'U14'], 'rack_location'],
    ['Serial Number', ['CZJ12345', 'SGH88121'], 'serial_number'],
    ['Notes', ['call the owner before a reboot'], 'description'],
    ['Comments', ['to be retired'], 'description'],
    ['Purchase Date', ['2019-04-01', '2020-01-31'], 'purchase_date'],
    ['Support Group', ['Unix Ops', 'Windows Ops'], 'support_group'],
    ['Description', ['file server'], 'description'],
    ['Model', ['PowerEdge R740', 'DL380'], 'model'],
    ['Warranty Expiry', ['2027-04-01', '2028-01-31'], 'warranty_expiration'],
    ['Cost Center', ['4711', '4712'], 'cost_center'],
    ['Virtual', ['yes', 'no'], 'is_virtual'],
    ['Asset ID', ['A-100', 'A-101'], 'asset_id'],
    ['RAM (GB)', [16, 32], 'memory_gb'],
    ['Disk', [500, 250], 'storage_gb'],
    ['OS', ['Windows Server 2019', 'RHEL 8'], 'operating_system'],
    ['Hostname', ['srv-1', 'srv-2'], 'hostname'],
    ['IP Address', ['10.0.0.1', '10.0.0.2'], 'ip_address'],
    ['OS Version', ['10.0.17763', '8.6'], 'os_version'],
    ['CPU Cores', [4, 8], 'cpu_cores'],
    ['Department', ['Finance', 'Sales'], 'department'],
  ] as [string, Cell[], string | null][])('%s', (header, samples, field) => {
    expect(fieldOf(header, samples)).toBe(field);
  });

  test('are right with more confidence than wrong ones had: every right answer above .6', () => {
    for (const header of ['RAM (GB)', 'Disk', 'OS', 'Serial Number'])
      expect(suggest([[header, []]])[0]?.confidence).toBeGreaterThan(0.6);
  });
});

describe('the engine', () => {
  test.each([
    ['u_business_owner', 'business_owner'],
    ['cmdb_ci_server.serial_number', 'serial_number'],
    ['ipAddress', 'ip_address'],
    ['vCPUs', 'cpu_cores'],
    ['NumberOfLogicalProcessors', 'cpu_cores'],
    ['Server Environment', 'environment'],
    ['Application Status', 'status'],
    ['Site Code', 'location'],
  ])('reads %s as %s', (header, field) => {
    expect(fieldOf(header)).toBe(field);
  });

  // German, French, Spanish; accents are often lost on the way, and must not matter.
  test.each([
    ['operating_system', 'Betriebssystem', "Système d'exploitation", 'Sistema operativo'],
    ['serial_number', 'Seriennummer', 'Numéro de série', 'Número de serie'],
    ['ip_address', 'IP-Adresse', 'Adresse IP', 'Dirección IP'],
    ['memory_gb', 'Arbeitsspeicher (GB)', 'Mémoire (Go)', 'Memoria RAM (GB)'],
    ['storage_gb', 'Festplattengröße (GB)', 'Espace disque', 'Espacio en disco'],
    ['cpu_cores', 'Anzahl Kerne', 'Nombre de cœurs', 'Núcleos'],
    ['manufacturer', 'Hersteller', 'Fabricant', 'Fabricante'],
    ['model', 'Modell', 'Modèle', 'Modelo'],
    ['location', 'Standort', 'Emplacement', 'Ubicación'],
    ['environment', 'Umgebung', 'Environnement', 'Entorno'],
    ['purchase_date', 'Kaufdatum', "Date d'achat", 'Fecha de compra'],
    ['warranty_expiration', 'Garantie bis', 'Fin de garantie', 'Vencimiento de garantía'],
    ['business_owner', 'Eigentümer', 'Propriétaire', 'Propietario'],
    ['cost_center', 'Kostenstelle', 'Centre de coûts', 'Centro de costos'],
    ['description', 'Bemerkungen', 'Commentaires', 'Observaciones'],
    ['status', 'Zustand', 'Statut', 'Estado'],
  ])('reads %s in German, French and Spanish, with and without accents', (field, ...headers) => {
    for (const header of headers) {
      const bare = header.normalize('NFD').replace(/\p{M}/gu, '');
      expect([header, fieldOf(header), fieldOf(bare)]).toEqual([header, field, field]);
    }
  });

  test.each([
    'Free MB',
    'CPU speed (MHz)',
    'Cores per CPU',
    'Memory ballooned',
    'Last backup result',
    'HA restart priority',
    'Template',
    'Consolidation Needed',
    'Key Name',
    'Firmware Version',
    'Connection State',
  ])('gives %s no field', (header) => {
    expect(fieldOf(header, [1, 2])).toBeNull();
  });

  test.each([
    ['O/S', ['Windows 10'], 'operating_system'],
    ['MemoryGiB', [16, 32], 'memory_gb'],
    ['Importe', ['8.200,00', '1.249,00'], 'purchase_cost'],
    ['Network.NIC Address', ['005056AABBCC', '005056AABBDD'], 'mac_address'],
    ['Room number', [101, 102], 'location'],
    ['Gesamter Festplattenspeicher', ['476 GB'], 'storage_gb'],
    ['Núcleos por CPU', [16], null],
    ['# of VMs', [4, 7], null],
    ['Network security groups', ['nsg-app'], null],
    ['Disk reads per second in KB', [120, 80], null],
    ['Last deregistration reason', ['AgentShutdown'], null],
  ] as [string, Cell[], string | null][])('reads %s with its values', (header, samples, field) => {
    expect([header, fieldOf(header, samples)]).toEqual([header, field]);
  });

  test('cuts off the table that an export writes before every column', () => {
    const headers = ['host.name', 'host.ip', 'host.os_family', 'host.serial', 'host.last_seen', 'host.snmp_oid'];
    expect(suggest(headers.map((header) => [header, []] as const)).map((one) => one.targetField)).toEqual([
      'asset_name',
      'ip_address',
      'operating_system',
      'serial_number',
      'last_seen',
      null,
    ]);
  });

  test('is sure of a column that two fields may both hold', () => {
    const [name] = suggest([['Computer Name', ['sql01.example.com', 'sql02.example.com']]]);
    expect(['hostname', 'asset_name']).toContain(name?.targetField);
    expect(name?.confidence).toBeGreaterThan(0.7);
  });

  test.each([
    ['Manufaturer', 'manufacturer'],
    ['Serialnumbr', 'serial_number'],
  ])('ranks %s first as a misspelt %s, and is not sure', (header, field) => {
    const [best] = suggest([[header, []]])[0]?.candidates ?? [];
    expect(best?.target_field).toBe(field);
    expect(best?.confidence_score).toBeGreaterThan(0.2);
    expect(best?.confidence_score).toBeLessThan(0.8);
  });

  test('ranks fields even where it suggests none', () => {
    const [suggestion] = suggest([['Heartbeat', ['green']]]);
    expect(suggestion?.targetField).toBeNull();
    expect(suggestion?.candidates.length).toBeGreaterThan(0);
  });

  test('knows values without a telling header, and contradicts a header by its values', () => {
    expect(fieldOf('Col 7', ['10.1.2.3', '10.1.2.4'])).toBe('ip_address');
    expect(fieldOf('IP Address', ['yes', 'no', 'yes'])).toBeNull();
  });

  test('reads bare headers by their neighbours', () => {
    const byHeader = (sheet: string[]): Record<string, string | null> =>
      Object.fromEntries(
        suggest(sheet.map((header) => [header, []] as const)).map((one) => [one.sourceField, one.targetField]),
      );
    expect(byHeader(['VM', 'Host'])).toEqual({ VM: 'asset_name', Host: 'host_server' });
    expect(byHeader(['Host', 'CPU Model'])).toMatchObject({ Host: 'asset_name' });
    expect(byHeader(['Vendor', 'Model'])).toMatchObject({ Vendor: 'manufacturer' });
    expect(byHeader(['# CPU', '# Cores'])).toEqual({ '# CPU': 'cpu_sockets', '# Cores': 'cpu_cores' });
  });

  test('has one primary column for a field that takes one; others are secondary, and say why', () => {
    const [first, second] = suggest([
      ['Serial Number', []],
      ['Serial No.', []],
    ]);
    expect([first?.targetField, second?.targetField]).toEqual(['serial_number', 'serial_number']);
    expect([first?.isSecondary, second?.isSecondary]).toEqual([false, true]);
    expect(second?.reasons.at(-1)?.text).toContain('"Serial Number"');
    expect(first?.confidence).toBeGreaterThan(0.9);
    expect([second?.confidence, second?.candidates[0]?.confidence_score]).toEqual([0.88, 0.88]);
    expect(
      suggest([
        ['IPv4 Address', []],
        ['IPv6 Address', []],
      ]).map((one) => one.targetField),
    ).toEqual(['ip_address', 'ip_address']);
  });

  test('is never as sure of one word that names other things too as of a name, unless values say which it is', () => {
    const sureOf = (header: string, samples: readonly Cell[]): number =>
      suggest([[header, samples]])[0]?.confidence ?? 0;
    expect(sureOf('Account', ['u1001', 'u1002'])).toBeLessThanOrEqual(0.88);
    expect(sureOf('Recommended OS Version', ['9.12.1'])).toBeLessThanOrEqual(0.88);
    expect(sureOf('Lieferant', ['Bechtle', 'Cancom'])).toBeGreaterThan(0.9);
    expect(sureOf('Platform', ['Ubuntu Linux 22.04', 'Windows Server 2019'])).toBeGreaterThan(0.9);
  });

  test.each([
    ['last_seen', [1574624482, 1574711882], 'last_seen'],
    ['IPv6', ['unknown'], 'ip_address'],
    ['Guest IP1', ['10.2.1.15', '10.2.1.16'], 'ip_address'],
    ["user's email address", ['s.kim@example.edu'], 'assigned_to'],
    ['OEM S/N 1', ['4TZK2M2', '5XAB1C2'], 'serial_number'],
    ['tier', ['Tier 1', 'Tier 3'], null],
    ['ProcessorInfo', ['1 / 4', '4 / 4'], null],
    ['Location #', [4, 7], null],
    ['Location Code', ['HQ-02', 'HQ-03'], 'location'],
  ] as [string, Cell[], string | null][])('reads %s with what its values say', (header, samples, field) => {
    expect(fieldOf(header, samples)).toBe(field);
  });

  test('takes processors for sockets where logical ones are counted beside them', () => {
    const [sockets, cores] = suggest([
      ['Number of Processors', [1, 2]],
      ['Number of Logical Processors', [8, 64]],
    ]);
    expect([sockets?.targetField, cores?.targetField]).toEqual(['cpu_sockets', 'cpu_cores']);
  });

  test('takes the placeholders of an import template for no values', () => {
    expect(fieldOf('IP Address', ['Text', 'Text'])).toBe('ip_address');
    expect(fieldOf('RAM', ['Integer (required)'])).toBe('memory_gb');
  });

  test('says why, always: each suggestion and each missing one has reasons in words, with bounded confidences', () => {
    for (const one of suggest([
      ['Owner', ['Ann Lee']],
      ['Qwrtz', [1]],
      ['', [null]],
      ['Memory', [4096, 8192]],
    ])) {
      expect(one.reasons.length).toBeGreaterThan(0);
      expect(one.confidence).toBeGreaterThanOrEqual(0);
      expect(one.confidence).toBeLessThanOrEqual(1);
      expect([...one.candidates].sort((a, b) => b.confidence_score - a.confidence_score)).toEqual(one.candidates);
    }
  });

  test('keeps nobody waiting for more than a column of a wide sheet, and comes to the same', () => {
    const headers = Array.from({ length: 2_000 }, (_, at) => `${at % 2 === 0 ? 'Owner' : 'Disk'} ${at}`);
    const profiler = createSheetProfiler(buildColumns(headers));
    profiler.add([{ cells: headers }]);
    const profiling = countSteps(profiler.profilesInSteps());
    expect(profiling.steps).toBeGreaterThanOrEqual(headers.length);
    const input = { columns: profiling.result, targetFields };
    const suggesting = countSteps(suggestInSteps(input));
    expect(suggesting.steps).toBeGreaterThanOrEqual(headers.length);
    expect(suggesting.result).toEqual(suggestMappings(input));
  });

  test('reads names beforehand, so that the first sheet of a process does not wait for it', () => {
    const fields = targetFields.map((field) => ({ ...field, aliases: ['a name of this test alone'] }));
    const reading = countSteps(readNames(fields)).steps;
    expect(reading).toBeGreaterThan(0);
    expect(countSteps(suggestInSteps({ columns: [], targetFields: fields })).steps).toBe(0);
  });

  test('is linear and calm with hostile headers', () => {
    const header = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        '\u202eIP',
        '🙂',
        '(a+)+$',
        '.*',
        '[',
        '\\',
        'a'.repeat(10_000),
        'CPU '.repeat(3_000),
      ),
    );
    fc.assert(
      fc.property(fc.array(header, { maxLength: 12 }), (headers) => {
        const suggestions = suggest(headers.map((one) => [one, ['x', 1, null]] as const));
        expect(suggestions.map((one) => one.sourceField)).toEqual(headers);
        for (const one of suggestions)
          expect(one.targetField === null || targetFields.some((field) => field.name === one.targetField)).toBe(true);
      }),
    );
    // Catastrophic backtracking would take minutes; this is no measure of speed.
    expect(cpuMsOf(() => suggest([['('.repeat(10_000), ['('.repeat(30_000)]]]))).toBeLessThan(10_000);
  });
});
