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
    ['16 gigabytes', 16],
    ['1.024,0 MB', 1],
    ["16'384 MB", 16],
    ['4 G', 4],
  ])('%p is %p GB', (raw, value) => {
    for (const field of ['memory_gb', 'storage_gb', 'storage_used_gb', 'database_size_gb'])
      expect(cleanse(field, raw, {})).toMatchObject({ value, rule: 'size' });
  });

  test('take the unit of the column where the cell has none', () => {
    expect(cleanse('memory_gb', 16384, { unit: 'MB' }).value).toBe(16);
    expect(cleanse('memory_gb', '16384', { unit: 'MiB' }).value).toBe(16);
    expect(cleanse('memory_gb', '16 GB', { unit: 'MB' }).value).toBe(16);
  });

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
    ['cpu_cores', 16, 16],
    ['cpu_sockets', '2x', 2],
    ['cpu_utilization_percent', '45 %', 45],
    ['cpu_utilization_percent', '45,5%', 45.5],
    ['cpu_utilization_percent', '12.345 %', 12.345],
    ['cpu_utilization_percent', 0.45, 0.45],
    ['memory_utilization_percent', 87, 87],
    ['disk_iops', '1200 IOPS', 1200],
    ['cpu_speed_mhz', '2.4 GHz', 2400],
    ['cpu_speed_mhz', '2400MHz', 2400],
    ['network_throughput_mbps', '100 Mbps', 100],
    ['network_throughput_mbps', '10 MB/s', 80],
    ['network_throughput_mbps', '1 Gbit/s', 1000],
    ['purchase_cost', '€ 1.234,50', { amount: 1234.5, currency: 'EUR' }],
    ['purchase_cost', '1,234.50 USD', { amount: 1234.5, currency: 'USD' }],
    ['purchase_cost', '$99.99', { amount: 99.99, currency: null }],
    ['purchase_cost', "CHF 12'000.-", { amount: 12000, currency: 'CHF' }],
    ['annual_cost', 4200, { amount: 4200, currency: null }],
  ])('%s of %p is %p', (field, raw, value) => expect(cleanse(field, raw, {}).value).toEqual(value));

  test.each([
    ['cpu_cores', '4.5', 'not-a-count'],
    ['cpu_cores', '-1', 'not-a-count'],
    ['cpu_cores', true, 'not-a-number'],
    ['cpu_cores', '4 GB', 'unit-unknown'],
    ['network_throughput_mbps', 12, 'unit-missing'],
    ['purchase_cost', '12 bananas', 'unit-unknown'],
  ])('%s of %p says nothing: %p', (field, raw, rule) =>
    expect(cleanse(field, raw, {})).toMatchObject({ value: null, rule }),
  );

  test('a share of one is per cent only when the column says so', () =>
    expect(cleanse('cpu_utilization_percent', 0.45, { unit: 'fraction' }).value).toBe(45));
});
