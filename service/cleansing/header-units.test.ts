import { describe, expect, test } from '@jest/globals';
import { cleanse } from './cleanse.ts';
import { unitOfHeader } from './header-units.ts';

describe('the unit a header states', () => {
  test.each([
    ['memory_gb', 'Memory (GB)', 'GB'],
    ['memory_gb', '*Memory (In MB)', 'MB'],
    ['memory_gb', 'memoryMB', 'MB'],
    ['memory_gb', 'RAM MiB', 'MiB'],
    ['storage_gb', 'storage_total_gb', 'gb'],
    ['storage_used_gb', 'In Use MB', 'MB'],
    ['storage_gb', 'Size in bytes', 'bytes'],
    ['cpu_speed_mhz', 'Speed [MHz]', 'MHz'],
    ['network_throughput_mbps', 'Network in (MBps)', 'MBps'],
    ['purchase_cost', 'Purchase price (EUR)', 'EUR'],
    ['purchase_cost', 'Price €', '€'],
    ['annual_cost', 'Monthly Cost (EUR)', 'EUR per month'],
    ['annual_cost', 'monthlyCost', 'per month'],
    ['annual_cost', 'monthly_cost_usd', 'per month'],
    ['annual_cost', 'Kosten pro Quartal in CHF', 'CHF per quarter'],
    ['annual_cost', 'Coût mensuel', 'per month'],
    ['annual_cost', '3 Years TCO', 'per 3 year'],
    ['annual_cost', 'Cost/hr', 'per hour'],
    ['annual_cost', 'Cost (last 12 months)', 'per 12 month'],
    ['annual_cost', 'Annual cost USD', 'USD per year'],
  ])('of %s in %p is %p', (field, header, unit) => expect(unitOfHeader(field, header)).toBe(unit));

  test.each([
    ['memory_gb', 'Memory'],
    ['memory_gb', 'MB or GB'],
    ['storage_gb', 'Storage total'],
    ['purchase_cost', 'All costs'],
    ['purchase_cost', 'Monthly rate'],
    ['annual_cost', 'HR cost'],
    ['annual_cost', 'Annual or monthly cost'],
    ['annual_cost', 'TCO'],
    ['hostname', 'Name MB'],
    ['memory_gb', ''],
  ])('is none for %s in %p', (field, header) => expect(unitOfHeader(field, header)).toBeNull());

  test('reads the numbers of its column', () => {
    const unit = unitOfHeader('storage_gb', 'Provisioned MB');
    expect(cleanse('storage_gb', 81920, unit === null ? {} : { unit }).value).toBe(80);
  });
});
