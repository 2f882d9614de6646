import { describe, expect, test } from '@jest/globals';
import { cleanse } from './cleanse.ts';

describe('IP addresses', () => {
  test.each([
    ['10.0.0.1', '10.0.0.1'],
    [' 10.0.0.1 ', '10.0.0.1'],
    ['10.0.0.1:8080', '10.0.0.1'],
    ['10.0.0.5/24', '10.0.0.5'],
    ['10.0.0.5/255.255.255.0', '10.0.0.5'],
    ['10.0.0.0/32', '10.0.0.0'],
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:db8::1/64', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['fe80::1%eth0.100', 'fe80::1'],
    ['fe80::1%br-lan/64', 'fe80::1'],
    ['[fe80::1%br-lan]:443', 'fe80::1'],
    ['fe80::1%a-name-longer-than-any-interface', 'fe80::1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['10.0.0.1, 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['10.0.0.1;10.0.0.1', '10.0.0.1'],
    ['10.0.0.1\n10.0.0.2\nfe80::1', ['10.0.0.1', '10.0.0.2', 'fe80::1']],
    ['["10.0.0.1","10.0.0.2"]', ['10.0.0.1', '10.0.0.2']],
    ['10.0.0.1 | 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['10.0.0.1/10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['10.1.1.1/10.1.1.2/10.1.1.3', ['10.1.1.1', '10.1.1.2', '10.1.1.3']],
    ['10.1.1.1/10.1.1.2/', ['10.1.1.1', '10.1.1.2']],
    ['10.0.0.1<br>10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['{10.0.0.1, 10.0.0.2}', ['10.0.0.1', '10.0.0.2']],
    ["['10.0.0.1', '10.0.0.2']", ['10.0.0.1', '10.0.0.2']],
    ['[10.0.0.1, 10.0.0.2]', ['10.0.0.1', '10.0.0.2']],
    ['{fe80::1, 10.0.0.1}', ['fe80::1', '10.0.0.1']],
    ['web01 (10.0.0.1)', '10.0.0.1'],
    ['10.0.0.1 (was 10.0.0.9)', '10.0.0.1'],
    ['http://10.0.0.1/', '10.0.0.1'],
    ['https://10.0.0.1:8443/ui', '10.0.0.1'],
    ['https://[2001:db8::1]:8443/', '2001:db8::1'],
    ['inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0', '10.0.0.1'],
    ['inet addr:10.0.0.1 Bcast:10.0.0.255 Mask:255.255.255.0', '10.0.0.1'],
    ['10.0.0.1 255.255.255.0', '10.0.0.1'],
    ['10.0.0.1 netmask 255.255.255.0', '10.0.0.1'],
    ['10.0.0.1; gw 10.0.0.254', '10.0.0.1'],
    ['IP: 10.0.0.1, Gateway: 10.0.0.254', '10.0.0.1'],
    ['10.0.0.1 - web', '10.0.0.1'],
    ['10.0.0.1 – 2001:db8::1', ['10.0.0.1', '2001:db8::1']],
    ['10.0.0.1 (10.0.0.9)', ['10.0.0.1', '10.0.0.9']],
    ['10.0.0.1 (10.0.0.8, 10.0.0.9)', ['10.0.0.1', '10.0.0.8', '10.0.0.9']],
    ['10.0.0.1 (was 10.0.0.9)', '10.0.0.1'],
    ['10.0.0.1 (mgmt 10.0.0.9)', '10.0.0.1'],
    ['10.0.0.1 old: 10.0.0.9', '10.0.0.1'],
    ['10.0.0.1, 8.8.8.8 (DNS)', '10.0.0.1'],
    ['10.0.0.1, 8.8.8.8 DNS', '10.0.0.1'],
    ['DNS 8.8.8.8, 10.0.0.1', '10.0.0.1'],
    ['127.0.0.1, 10.0.0.1', '10.0.0.1'],
  ])('%p is %p', (raw, value) => expect(cleanse('ip_address', raw, {}).value).toEqual(value));

  test.each([
    ['10.0.0.256', 'ip-invalid'],
    ['10.0.0', 'ip-invalid'],
    ['010.0.0.1', 'ip-invalid'],
    ['DHCP', 'ip-invalid'],
    ['10.0.0.5/33', 'ip-invalid'],
    ['10.0.0.0/24', 'ip-network'],
    ['10.0.0.255/24', 'ip-invalid'],
    ['10.0.0.1 -> 10.0.0.5', 'ip-invalid'],
    ['frei (war 10.0.0.1)', 'ip-invalid'],
    ['not 10.0.0.1', 'ip-invalid'],
    ['10.0.0.1:99999', 'ip-invalid'],
    ['255.255.255.0', 'ip-invalid'],
    ['0.0.0.0', 'placeholder'],
    ['::', 'placeholder'],
    ['unassigned', 'placeholder'],
    ['nicht zugewiesen', 'placeholder'],
    ['10.0.0.1 - 10.0.0.5', 'ip-invalid'],
    ['10.0.0.1-10.0.0.5', 'ip-invalid'],
    ['10.0.0.1 bis 10.0.0.5', 'ip-invalid'],
    ['10.0.0.1 to 10.0.0.5', 'ip-invalid'],
    ['ftp://user@/', 'ip-invalid'],
    ['2001:db8::/32', 'ip-network'],
    ['see ticket 4711', 'ip-invalid'],
  ])('%p is none: %p', (raw, rule) => expect(cleanse('ip_address', raw, {})).toMatchObject({ value: null, rule }));

  test('what was left out is said', () => {
    expect(cleanse('ip_address', '10.0.0.5/24', {}).reason).toBe('An IP address. Prefix length 24 left out.');
    expect(cleanse('ip_address', '10.0.0.5 255.255.255.0', {}).reason).toBe(
      'An IP address. "255.255.255.0" is not the machine\'s.',
    );
    expect(cleanse('ip_address', '10.0.0.1 (mgmt 10.0.0.9)', {})).toEqual({
      value: '10.0.0.1',
      rule: 'ip-partly',
      reason: 'An IP address. "(mgmt 10.0.0.9)" is left out as a remark.',
    });
    expect(cleanse('ip_address', '10.0.0.1, 999.1.1.1', {})).toEqual({
      value: '10.0.0.1',
      rule: 'ip-partly',
      reason: 'An IP address. "999.1.1.1" is no valid IP address.',
    });
  });
});

describe('MAC addresses', () => {
  test.each([
    ['AA:BB:CC:DD:EE:FF'.replace('FF', '01'), 'aa:bb:cc:dd:ee:01'],
    ['AA-BB-CC-DD-EE-01', 'aa:bb:cc:dd:ee:01'],
    ['aabb.ccdd.ee01', 'aa:bb:cc:dd:ee:01'],
    ['aabbccddee01', 'aa:bb:cc:dd:ee:01'],
    ['0xAABBCCDDEE01', 'aa:bb:cc:dd:ee:01'],
    ['aabbcc-ddee01', 'aa:bb:cc:dd:ee:01'],
    ['AA BB CC DD EE 01', 'aa:bb:cc:dd:ee:01'],
    ['0:14:4f:1:2:3', '00:14:4f:01:02:03'],
    ['AA.BB.CC.DD.EE.01', 'aa:bb:cc:dd:ee:01'],
    ['{AA:BB:CC:DD:EE:01, AA:BB:CC:DD:EE:02}', ['aa:bb:cc:dd:ee:01', 'aa:bb:cc:dd:ee:02']],
    ["['AA:BB:CC:DD:EE:01']", 'aa:bb:cc:dd:ee:01'],
    ['AA:BB:CC:DD:EE:01, AA:BB:CC:DD:EE:02', ['aa:bb:cc:dd:ee:01', 'aa:bb:cc:dd:ee:02']],
    ['AA:BB:CC:DD:EE:01 (AA:BB:CC:DD:EE:02)', ['aa:bb:cc:dd:ee:01', 'aa:bb:cc:dd:ee:02']],
  ])('%p is %p', (raw, value) => expect(cleanse('mac_address', raw, {}).value).toEqual(value));

  test.each([
    ['AA:BB:CC:DD:EE', 'mac-invalid'],
    ['GG:BB:CC:DD:EE:01', 'mac-invalid'],
    ['00:00:00:00:00:00', 'placeholder'],
    ['FF:FF:FF:FF:FF:FF', 'placeholder'],
  ])('%p is none: %p', (raw, rule) => expect(cleanse('mac_address', raw, {})).toMatchObject({ value: null, rule }));
});

describe('names of hosts', () => {
  test('a qualified name is split into host and domain', () =>
    expect(cleanse('fqdn', 'SRV01.Corp.Local.', {}).value).toEqual({
      fqdn: 'srv01.corp.local',
      host: 'srv01',
      domain: 'corp.local',
    }));

  test.each([
    ['srv01', 'fqdn-without-domain'],
    ['srv 01.corp.local', 'fqdn-invalid'],
    ['10.0.0.1', 'fqdn-invalid'],
    ['-srv.corp', 'fqdn-invalid'],
    ['1.2.3', 'fqdn-invalid'],
    ['srv01.corp.local/srv02.corp.local', 'fqdn-invalid'],
  ])('%p is no qualified name: %p', (raw, rule) =>
    expect(cleanse('fqdn', raw, {})).toMatchObject({ value: null, rule }),
  );

  test.each([
    ['SRV-DB_01', 'srv-db_01', 'hostname'],
    ['srv01.corp.local', 'srv01', 'hostname-from-fqdn'],
    ['CORP\\SRV01$', 'srv01', 'hostname'],
    ['https://srv01.corp.local:8443/x', 'srv01', 'hostname-from-fqdn'],
    ['srv01:5432', 'srv01', 'hostname'],
    ['srv01/srv02', null, 'hostname-invalid'],
    ['SRV01\\SQLEXPRESS', null, 'hostname-invalid'],
    ['00:50:56:aa:bb:cc', null, 'hostname-invalid'],
    ['10.0.14393', null, 'hostname-invalid'],
    ['my server', null, 'hostname-invalid'],
    ['10.0.0.1', null, 'hostname-invalid'],
  ])('the host name in %p is %p', (raw, value, rule) =>
    expect(cleanse('hostname', raw, {})).toMatchObject({ value, rule }),
  );
});

/** As Excel writes logical cells to a CSV file in the languages of Europe. */
const EXCEL_TRUE = ['WAHR', 'VRAI', 'VERDADERO', 'VERDADEIRO', 'VERO', 'WAAR', 'PRAWDA', 'PRAVDA', 'SANT', 'SAND'];
const EXCEL_FALSE = ['FALSCH', 'FAUX', 'FALSO', 'ONWAAR', 'FAŁSZ', 'NEPRAVDA', 'FALSKT', 'FALSK', 'EPÄTOSI', 'YANLIŞ'];

describe('yes and no, people and serial numbers', () => {
  test.each([
    ['yes', true],
    ['No', false],
    ['ja', true],
    ['Nein', false],
    ['oui', true],
    ['non', false],
    ['Sí', true],
    ['TRUE', true],
    ['1', true],
    [0, false],
    [true, true],
    ['Virtual', true],
    ['Physical', false],
    ['Physisch', false],
    ['virtualizado', true],
    ['да', true],
    ['нет', false],
    ...EXCEL_TRUE.map((word) => [word, true] as const),
    ...EXCEL_FALSE.map((word) => [word, false] as const),
    ['☑', true],
    ['☐', false],
    ['Virtual Machine', true],
    ['maybe', null],
    [2, null],
  ])('is_virtual of %p is %p', (raw, value) => expect(cleanse('is_virtual', raw, {}).value).toBe(value));

  test.each([
    ['CORP\\jdoe', 'CORP\\jdoe', 'person-account'],
    ['  Doe,  Jane ', 'Doe, Jane', 'person-last-first'],
    ['Jane   Doe', 'Jane Doe', 'person'],
    ['Jane.Doe@Example.com', 'jane.doe@example.com', 'person-email'],
    ['mailto:jane.doe@example.com', 'jane.doe@example.com', 'person-email'],
    ['2021-03-12', null, 'not-a-name'],
    ['10.0.0.1', null, 'not-a-name'],
    ['4711', '4711', 'person'],
    ['Jennifer Null', 'Jennifer Null', 'person'],
    ['Nobody, Jane', 'Nobody, Jane', 'person-last-first'],
  ])('the owner in %p is %p', (raw, value, rule) =>
    expect(cleanse('business_owner', raw, {})).toMatchObject({ value, rule }),
  );

  test.each([
    'N/A',
    'To be filled by O.E.M.',
    'To Be Filled By O.E.M.',
    'None',
    '0000',
    '0',
    'System Serial Number',
    'Default string',
    'XXXXXXX',
    '---',
    'Not Specified',
    '123456789',
    '1.23E+15',
    'SerialNumber',
    'NotSpecified',
    'Not Supported',
    'To be filled by OEM',
  ])('%p is no serial number', (raw) => expect(cleanse('serial_number', raw, {}).value).toBeNull());

  test('a serial number stays as it is written, unless Excel has rounded it', () => {
    expect(cleanse('serial_number', ' CZJ1234 ', {}).value).toBe('CZJ1234');
    expect(cleanse('serial_number', 'VMware-42 1a 2b', {}).value).toBe('VMware-42 1a 2b');
    expect(cleanse('serial_number', 1.2345678901234567e19, {})).toMatchObject({ value: null, rule: 'serial-rounded' });
  });
});

describe('a character that nobody sees', () => {
  test.each([
    ['ip_address', '1\ufeff0.187.1.112', '10.187.1.112'],
    ['ip_address', '10.89.6.5\u200b5\n10.89.6.56', ['10.89.6.55', '10.89.6.56']],
    ['mac_address', '00:50:56:00:00:a\ufeff2', '00:50:56:00:00:a2'],
  ])('parts no %s: %p', (field, raw, value) => expect(cleanse(field, raw, {}).value).toEqual(value));
});

describe('signs that a word processor puts in', () => {
  test.each([
    ['hostname', '“srv-web006”', 'srv-web006'],
    ['hostname', '„SRV1“', 'srv1'],
    ['hostname', '«srv1»', 'srv1'],
    ['hostname', 'srv\u2011app007', 'srv-app007'],
    ['fqdn', '‘srv\u20101.example.com’', { fqdn: 'srv-1.example.com', host: 'srv-1', domain: 'example.com' }],
    ['asset_name', '“srv\u2011app007”', 'srv-app007'],
    ['description', 'line “two” – said', 'line “two” – said'],
  ])('are the usual ones in %s: %p', (field, raw, value) => expect(cleanse(field, raw, {}).value).toEqual(value));
});

describe('full-width characters', () => {
  test.each([
    ['ip_address', '１０．０．０．１', '10.0.0.1'],
    ['mac_address', '００：５０：５６：００：００：ａ２', '00:50:56:00:00:a2'],
    ['memory_gb', '１６　ＧＢ', 16],
    ['purchase_date', '２０２４－０３－１５', '2024-03-15'],
    ['hostname', 'ＳＲＶ１', 'srv1'],
    ['location', '東京（渋谷）', '東京（渋谷）'],
  ])('are the usual ones in %s, and stay in texts: %p', (field, raw, value) =>
    expect(cleanse(field, raw, {}).value).toEqual(value),
  );
  test('stand for nothing where the usual ones do', () => {
    expect(cleanse('location', 'Ｎ／Ａ', {})).toMatchObject({ value: null, rule: 'placeholder' });
  });
});
