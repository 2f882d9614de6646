import { expect, test } from '@jest/globals';
import { fieldValueText, valueText } from './value-text.ts';

test('a cleansed value reads as people write it: lists with commas, objects by their parts, nothing for null', () => {
  expect(valueText(64)).toBe('64');
  expect(valueText(true)).toBe('Yes');
  expect(valueText(['10.0.0.1', '10.0.0.2'])).toBe('10.0.0.1, 10.0.0.2');
  expect(valueText({ size: 4, of_what: 'disk', edition: null })).toBe('size: 4 · of what: disk');
});

test('a word of a closed vocabulary reads as a word, any other text as it stands', () => {
  expect(fieldValueText('environment', 'quality_assurance')).toBe('Quality assurance');
  expect(fieldValueText('asset_type', 'network_device')).toBe('Network device');
  expect(fieldValueText('asset_type', 'srv_physical')).toBe('srv_physical');
  expect(fieldValueText('hostname', 'app_01')).toBe('app_01');
});

test('an operating system, an amount and a qualified name read as one phrase', () => {
  const system = { family: 'windows_server', version: '2019', edition: 'Datacenter', architecture: 'x86_64' };
  expect(valueText(system)).toBe('Windows Server 2019 Datacenter (x86_64)');
  expect(valueText({ ...system, edition: null, architecture: null })).toBe('Windows Server 2019');
  expect(valueText({ family: 'rhel', version: '9.4', edition: null, architecture: null })).toBe(
    'Red Hat Enterprise Linux 9.4',
  );
  expect(valueText({ amount: 1200, currency: 'EUR' })).toBe('1200 EUR');
  expect(valueText({ fqdn: 'srv1.example.com', host: 'srv1', domain: 'example.com' })).toBe('srv1.example.com');
});
