import { describe, expect, test } from '@jest/globals';
import { TextHash } from '../../profiling/text-hash.ts';
import { countDistinct, IdentifierDigests } from './identifier-digests.ts';

describe('the digests of identifiers', () => {
  test('are 53 bits of the hash that profiling tells values apart with', () => {
    const digests = new IdentifierDigests();
    digests.add('WEB-01');
    const { low, high } = new TextHash().of('web-01');
    expect([...digests.values()]).toEqual([(high % 2 ** 21) * 2 ** 32 + low]);
  });

  test('count what was said and the different ones of all parts, without regard to case', () => {
    const parts = [
      ['SN1', 'sn1', null],
      ['SN2', 'Sn1', { fqdn: 'a.example' }],
    ].map((values) => {
      const digests = new IdentifierDigests();
      for (const value of values) digests.add(value as string | null);
      return digests.values();
    });
    expect(countDistinct(parts)).toEqual({ said: 5, distinct: 3 });
  });

  test('are all different for a hundred thousand different values', () => {
    const digests = new IdentifierDigests();
    for (let n = 0; n < 100_000; n += 1) digests.add(`sn-${n}`);
    expect(countDistinct([digests.values()])).toEqual({ said: 100_000, distinct: 100_000 });
  });
});
