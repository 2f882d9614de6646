import { describe, expect, test } from '@jest/globals';
import { cleanse } from './cleanse.ts';
import { markShownBy, readDecimal } from './decimal-text.ts';

describe('numbers as text', () => {
  test.each([
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ["1'234", 1234],
    ['1’234’567.25', 1234567.25],
    ['1 234', 1234],
    ['12.345.678', 12345678],
    ['12,345,678', 12345678],
    ['1234.567', 1234.567],
    ['0.512', 0.512],
    ['0,512', 0.512],
    ['1.5', 1.5],
    ['-3', -3],
    ['001234', 1234],
    ['00', 0],
    ['−3', -3],
    ['1e3', 1000],
    ['.5', 0.5],
  ])('%p is %p', (text, value) => expect(readDecimal(text)).toEqual({ kind: 'number', value }));

  test.each(['1.234', '1,234', '16,384', '-1.234'])('%p can be read in two ways', (text) =>
    expect(readDecimal(text)).toEqual({ kind: 'ambiguous' }),
  );

  test.each(['1.2.3', '1,23,456', '1.234.56', '12a', '', '1 2', '1,234,5.6'])('%p is no number', (text) =>
    expect(readDecimal(text)).toEqual({ kind: 'no-number' }),
  );

  test('what the column says settles the ambiguity', () => {
    expect(['1.234', '0,5', '1.234,5'].map(markShownBy)).toEqual([null, ',', ',']);
    expect(['16,384', '1,234,567', '1.234 GB'].map(markShownBy)).toEqual([null, '.', null]);
    expect(['Euro 1.234,50', 'approx. 99.95'].map(markShownBy)).toEqual([',', '.']);
    expect(cleanse('memory_gb', '16,384', { unit: 'MB', decimalMark: '.' }).value).toBe(16);
    expect(cleanse('memory_gb', '1,234', { unit: 'GB', decimalMark: ',' }).value).toBe(1.234);
  });
});

describe('sizes', () => {
  test.each([
    ['16 GB', 16],
    ['16GB', 16],
    ['16 GiB', 16],
    ['16384 MB', 16],
    ['16384MiB', 16],
    ['2 TB', 2048],
    ['1.5 TiB', 1536],
    ['1 PB', 1048576],
    ['1048576 KB', 1],
    ['1073741824 bytes', 1],
    ['1073741824 B', 1],
    ['512 Mo', 0.5],
    ['8 Go', 8],
    ['16 Gio', 16],
    ['512 Mio', 0.5],
    ['16 gigabytes', 16],
    ['1.024,0 MB', 1],
    ["16'384 MB", 16],
    ['4 G', 4],
    ['16 gigs', 16],
    ['16 ГБ', 16],
    ['16384 МБ', 16],
  ])('%p is %p GB', (raw, value) => {
    for (const field of ['memory_gb', 'storage_gb', 'storage_used_gb', 'database_size_gb'])
      expect(cleanse(field, raw, {})).toMatchObject({ value, rule: 'size' });
  });

  test.each([
    ['memory_gb', '2x16GB', 32],
    ['memory_gb', '2 x 16 GB DDR4', 32],
    ['memory_gb', '16 GB x 2', 32],
    ['memory_gb', '8 × 512 MB', 4],
    ['storage_gb', '4 x 600GB SAS', 2400],
  ])('%s of %p is %p GB: so many times one of them', (field, raw, value) => {
    const answer = cleanse(field, raw, {});
    expect(answer).toMatchObject({ value, rule: 'size' });
    expect(answer.reason).toContain(' times "');
  });

  test('take the unit of the column where the cell has none', () => {
    expect(cleanse('memory_gb', 16384, { unit: 'MB' }).value).toBe(16);
    expect(cleanse('memory_gb', '16384', { unit: 'MiB' }).value).toBe(16);
    expect(cleanse('memory_gb', '16 GB', { unit: 'MB' }).value).toBe(16);
  });

  test('are the same in every field, with the unit in the cell or in the column, whatever the decimal mark', () => {
    const fields = ['memory_gb', 'storage_gb', 'storage_used_gb', 'database_size_gb'];
    const marks = [{}, { decimalMark: ',' as const }, { decimalMark: '.' as const }];
    const read = (cell: string | number, unit: string): unknown[] =>
      fields.flatMap((field) => marks.map((mark) => cleanse(field, cell, { unit, ...mark }).value));
    const said = [...read('1 TB', 'GB'), ...read(1, 'TB'), ...read('1024', 'GB'), ...read('1,0 TiB', 'MB')];
    expect(new Set(said)).toEqual(new Set([1024]));
    expect(new Set(read('1000 GB', 'TB'))).toEqual(new Set([1000]));
  });

  test.each([
    ['memory_gb', '16 GB RAM', 16],
    ['memory_gb', '16GB DDR4-2666 ECC', 16],
    ['memory_gb', '16 Gig Arbeitsspeicher', 16],
    ['memory_gb', 'RAM: 16 GB', 16],
    ['memory_gb', '16GB (2x8GB)', 16],
    ['memory_gb', '16.0 GB (15.7 GB usable)', 16],
    ['memory_gb', '16,0 GB (15,8 GB verwendbar)', 16],
    ['storage_gb', '256GB SSD', 256],
    ['storage_gb', '512 GB NVMe', 512],
    ['storage_gb', 'SSD 512GB', 512],
    ['storage_gb', '1TB SATA HDD', 1024],
    ['storage_used_gb', '120 GB (45%)', 120],
  ])('%s of %p is %p GB: the words for its kind are left out and named', (field, raw, value) => {
    const answer = cleanse(field, raw, {});
    expect(answer).toMatchObject({ value, rule: 'size' });
    expect(answer.reason).toContain('Without "');
  });

  test.each([
    ['memory_gb', '256GB SSD', 'unit-unknown'],
    ['storage_gb', '16 GB RAM', 'unit-unknown'],
    ['memory_gb', '16 GB (not verified)', 'unit-unknown'],
    ['memory_gb', '16 GB (8 GB installed)', 'unit-unknown'],
    ['storage_gb', '50 GB used', 'unit-unknown'],
    ['storage_gb', '80 GB free of 100 GB', 'unit-unknown'],
    ['memory_gb', 'RAM', 'not-a-number'],
    ['storage_gb', '4 x 600 GB RAID 5', 'unit-unknown'],
    ['memory_gb', '2 x 2 x 8 GB', 'unit-unknown'],
    ['memory_gb', '2 x 16', 'unit-unknown'],
    ['memory_gb', '16 GB x64', 'unit-unknown'],
  ])('%s of %p is not guessed: %p', (field, raw, rule) =>
    expect(cleanse(field, raw, {})).toMatchObject({ value: null, rule }),
  );

  test.each([
    ['16384', 'unit-missing'],
    ['1.234 GB', 'number-ambiguous'],
    ['16 parsecs', 'unit-unknown'],
    ['-4 GB', 'negative'],
    ['plenty', 'not-a-number'],
    ['16 GB / 32 GB', 'unit-unknown'],
  ])('%p is not guessed: %p', (raw, rule) =>
    expect(cleanse('memory_gb', raw, {})).toMatchObject({ value: null, rule }),
  );
});

describe('counts, per cent, throughput and money', () => {
  test.each([
    ['cpu_cores', '4', 4],
    ['cpu_cores', '8 vCPUs', 8],
    ['cpu_cores', '2x8', 16],
    ['cpu_cores', '2 x 8 cores', 16],
    ['cpu_cores', 16, 16],
    ['cpu_sockets', '2x', 2],
    ['cpu_cores', '4 CPU(s)', 4],
    ['cpu_cores', '8 núcleos', 8],
    ['cpu_cores', '16 logical processors', 16],
    ['cpu_cores', 'Cores: 8', 8],
    ['cpu_sockets', '2 Sockel', 2],
    ['cpu_sockets', '2 physical CPUs', 2],
    ['cpu_utilization_percent', '45 %', 45],
    ['cpu_utilization_percent', 'avg 12%', 12],
    ['cpu_utilization_percent', 'Ø 12 %', 12],
    ['cpu_utilization_percent', 'Mittelwert: 12,5 %', 12.5],
    ['memory_utilization_percent_max', 'max. 80 %', 80],
    ['cpu_cores', '8 nuclei', 8],
    ['cpu_cores', '4 processori virtuali', 4],
    ['cpu_sockets', '2 procesadores', 2],
    ['cpu_utilization_percent', '50 por ciento', 50],
    ['cpu_utilization_percent', '50 pour cent', 50],
    ['cpu_utilization_percent', '45,5%', 45.5],
    ['cpu_utilization_percent', '12.345 %', 12.345],
    ['cpu_utilization_percent', 0.45, 0.45],
    ['memory_utilization_percent', 87, 87],
    ['disk_iops', '1200 IOPS', 1200],
    ['disk_iops', '1.5k IOPS', 1500],
    ['disk_iops', '1500 ops/s', 1500],
    ['disk_iops', '1500 io/sec', 1500],
    ['cpu_speed_mhz', '2.4 GHz', 2400],
    ['cpu_speed_mhz', '2400MHz', 2400],
    ['network_throughput_mbps', '100 Mbps', 100],
    ['network_throughput_mbps', '10 MB/s', 80],
    ['network_throughput_mbps', '1 Gbit/s', 1000],
    ['network_throughput_mbps', '1 MiB/s', 8.388608],
    ['network_throughput_mbps', '10 Gigabit', 10000],
    ['network_throughput_mbps', '10 Mo/s', 80],
    ['network_throughput_mbps', '100 Megabits per second', 100],
    ['purchase_cost', '€ 1.234,50', { amount: 1234.5, currency: 'EUR' }],
    ['purchase_cost', '1,234.50 USD', { amount: 1234.5, currency: 'USD' }],
    ['purchase_cost', '$99.99', { amount: 99.99, currency: null }],
    ['purchase_cost', "CHF 12'000.-", { amount: 12000, currency: 'CHF' }],
    ['annual_cost', 4200, { amount: 4200, currency: null }],
    ['purchase_cost', '$12k', { amount: 12000, currency: null }],
    ['purchase_cost', '3.5K USD', { amount: 3500, currency: 'USD' }],
    ['purchase_cost', 'USD 1.2M', { amount: 1200000, currency: 'USD' }],
    ['purchase_cost', '1,2 Mio. EUR', { amount: 1200000, currency: 'EUR' }],
    ['purchase_cost', '12 k€', { amount: 12000, currency: 'EUR' }],
    ['purchase_cost', 'kr 12k', { amount: 12000, currency: null }],
    ['purchase_cost', 'sek 1.5k', { amount: 1500, currency: 'SEK' }],
    ['purchase_cost', '12 500,00 Kč', { amount: 12500, currency: 'CZK' }],
    ['purchase_cost', '1200 kr', { amount: 1200, currency: null }],
    ['purchase_cost', '500,- €', { amount: 500, currency: 'EUR' }],
    ['purchase_cost', '500,-- EUR', { amount: 500, currency: 'EUR' }],
    ['purchase_cost', '₹1,23,456.00', { amount: 123456, currency: 'INR' }],
    ['purchase_cost', '1200 US Dollar', { amount: 1200, currency: 'USD' }],
    ['purchase_cost', '1200 dollars', { amount: 1200, currency: null }],
    ['annual_cost', '$1,200.00/yr', { amount: 1200, currency: null }],
    ['annual_cost', '1200.00 USD per year', { amount: 1200, currency: 'USD' }],
    ['annual_cost', '1200 EUR p.a.', { amount: 1200, currency: 'EUR' }],
    ['annual_cost', 'USD 27,500', { amount: 27500, currency: 'USD' }],
    ['purchase_cost', '12 T€', { amount: 12000, currency: 'EUR' }],
    ['purchase_cost', '12,5 TEUR', { amount: 12500, currency: 'EUR' }],
    ['purchase_cost', '500 Franken', { amount: 500, currency: 'CHF' }],
    ['purchase_cost', '27.500 €', { amount: 27500, currency: 'EUR' }],
    ['purchase_cost', 'Fr. 1,234', { amount: 1234, currency: 'CHF' }],
    ['purchase_cost', '1.234', { amount: 1234, currency: null }],
    ['purchase_cost', '0.125', { amount: 0.125, currency: null }],
  ])('%s of %p is %p', (field, raw, value) => expect(cleanse(field, raw, {}).value).toEqual(value));

  test.each([
    ['cpu_cores', '4.5', 'not-a-count'],
    ['cpu_cores', '-1', 'not-a-count'],
    ['cpu_cores', true, 'not-a-number'],
    ['cpu_cores', '4 GB', 'unit-unknown'],
    ['cpu_sockets', 'Socket 2011', 'unit-unknown'],
    ['cpu_cores', 'CPU 7', 'unit-unknown'],
    ['cpu_utilization_percent', '-5%', 'negative'],
    ['disk_iops', -5, 'negative'],
    ['cpu_speed_mhz', '-2.4 GHz', 'negative'],
    ['network_throughput_mbps', '-1 Mbps', 'negative'],
    ['network_throughput_mbps', '16 Gigabytes', 'unit-unknown'],
    ['purchase_cost', -500, 'negative'],
    ['annual_cost', '$0.12/hour', 'cost-period'],
    ['purchase_cost', '1200 EUR p.a.', 'unit-unknown'],
    ['purchase_cost', '€ -', 'placeholder'],
    ['purchase_cost', '1.234k', 'number-ambiguous'],
    ['purchase_cost', 'KWD 12.345', 'number-ambiguous'],
    ['purchase_cost', '100k - 200k', 'unit-unknown'],
    ['network_throughput_mbps', 12, 'unit-missing'],
    ['purchase_cost', '12 bananas', 'unit-unknown'],
  ])('%s of %p says nothing: %p', (field, raw, rule) =>
    expect(cleanse(field, raw, {})).toMatchObject({ value: null, rule }),
  );

  test('a share of one is per cent only when the column says so', () =>
    expect(cleanse('cpu_utilization_percent', 0.45, { unit: 'fraction' }).value).toBe(45));
});

test('quotation marks round a whole cell are no part of it', () => {
  expect(cleanse('asset_name', '"SRV-APP-01"', {}).value).toBe('SRV-APP-01');
  expect(cleanse('cpu_cores', '" 16 "', {}).value).toBe(16);
  expect(cleanse('description', '"a" and "b"', {}).value).toBe('"a" and "b"');
  expect(cleanse('asset_name', '""', {}).rule).toBe('blank');
});

describe('figures no machine can have', () => {
  test.each([
    ['cpu_cores', 0, 'zero'],
    ['cpu_sockets', '0', 'zero'],
    ['memory_gb', '0 GB', 'zero'],
    ['cpu_utilization_percent', '150%', 'percent-above-100'],
    ['memory_utilization_percent_max', 101, 'percent-above-100'],
  ])('%s %p says nothing: %p', (field, cell, rule) =>
    expect(cleanse(field, cell, {})).toMatchObject({ value: null, rule }),
  );

  test.each([
    ['cpu_sockets', '8 cores', null],
    ['cpu_sockets', '16 vCPU', null],
    ['cpu_sockets', '4 logical processors', null],
    ['cpu_sockets', '2 physical CPUs', 2],
    ['cpu_sockets', '2 CPUs', 2],
    ['cpu_cores', '2 sockets', null],
    ['cpu_cores', '2 physical CPUs', null],
    ['cpu_cores', '8 logical processors', 8],
  ])('cores say nothing of sockets, nor they of cores: %s %p is %p', (field, raw, value) =>
    expect(cleanse(field, raw, {}).value).toBe(value),
  );
});

describe('numbers that name things', () => {
  test.each([
    ['asset_id', '1.23457E+15'],
    ['asset_tag', '1.00E+05'],
    ['asset_id', 123456789012345680000],
    ['serial_number', '5.03E+07'],
    ['serial_number', '9E+10'],
    ['serial_number', 1234570000000000],
    ['serial_number', 1234567890123456],
    ['asset_id', 123457000000],
    ['asset_tag', 12345000000],
  ])('that a spreadsheet rounded are no %s: %p', (field, cell) =>
    expect(cleanse(field, cell, {})).toMatchObject({ value: null, rule: 'serial-rounded' }),
  );

  test.each([
    ['serial_number', 123456789012345, '123456789012345'],
    ['serial_number', 1234560000, '1234560000'],
    ['asset_id', 1234560001000, '1234560001000'],
    ['serial_number', '1234567890123456', '1234567890123456'],
    ['serial_number', '1234570000000000', '1234570000000000'],
    ['hostname', 4711, '4711'],
    ['asset_name', 20000, '20000'],
  ])('that are whole, or texts, are kept in %s: %p', (field, cell, value) =>
    expect(cleanse(field, cell, {}).value).toBe(value),
  );

  const day = { type: 'date', iso: '2026-03-04T00:00:00', serial: 46085, format: 'd-mmm' } as const;
  test.each([
    ['hostname', day],
    ['asset_name', day],
    ['fqdn', day],
    ['ip_address', day],
    ['serial_number', day],
    ['asset_id', day],
    ['os_version', day],
    ['hostname', 100000000],
    ['asset_name', 90000000000],
    ['hostname', 1234567890123456],
    ['ip_address', 10120130040],
  ])('and days that a spreadsheet made of what was typed are no %s: %p', (field, cell) =>
    expect(cleanse(field, cell, {})).toMatchObject({ value: null, rule: 'spreadsheet-made' }),
  );

  test.each([
    ['S/N: CZJ12345AB', 'CZJ12345AB'],
    ['Serial: ABC123', 'ABC123'],
    ['Seriennr. 4711', '4711'],
    ['SN', null],
    ['CZJ12345AB / CZJ12346CD', null],
    ['CZJ12345AB, CZJ12346CD', null],
    ['SN4711', 'SN4711'],
    ['VMware-42 1c 9a', 'VMware-42 1c 9a'],
  ])('of which two are in one cell, or one with its label: %p is %p', (raw, value) =>
    expect(cleanse('serial_number', raw, {}).value).toBe(value),
  );
});
