import { describe, expect, test } from '@jest/globals';
import { CELL_MAX_CHARACTERS, READ_MAX_CHARACTERS } from '#shared/limits.ts';
import { cleanse } from './cleanse.ts';
import { columnReader } from './column-cleanser.ts';

const addresses = (count: number): string[] => Array.from({ length: count }, (_, at) => `10.0.${at >> 8}.${at & 255}`);

describe('a text that is longer than what is looked into', () => {
  const long = addresses(1_000).join(' ');

  test.each(['ip_address', 'mac_address', 'fqdn', 'hostname', 'operating_system', 'memory_gb', 'purchase_date'])(
    'is no %s, and says so',
    (field) => {
      expect(long.length).toBeGreaterThan(READ_MAX_CHARACTERS);
      expect(cleanse(field, long, {})).toMatchObject({ value: null, rule: 'text-too-long' });
    },
  );

  test('is kept whole where texts are kept', () => {
    const text = 'word '.repeat(CELL_MAX_CHARACTERS / 5).trim();
    expect(cleanse('description', text, {})).toMatchObject({ value: text, rule: 'text' });
  });

  test('is read value by value where a separator keeps them apart, none of them cut', () => {
    const column = { columnIndex: 0, field: 'ip_address', fieldType: 'string', isSecondary: false } as const;
    const read = columnReader({ ...column, options: {}, separator: ';', valueDecisions: [] });
    expect(read(addresses(1_000).join(';'))).toMatchObject({ value: addresses(1_000), rule: 'list' });
  });
});

test('a text as long as what is looked into is read', () => {
  const one = '10.0.0.1 ';
  const text = one.repeat(Math.floor(READ_MAX_CHARACTERS / one.length)).trim();
  expect(cleanse('ip_address', text, {})).toMatchObject({ value: '10.0.0.1' });
});
