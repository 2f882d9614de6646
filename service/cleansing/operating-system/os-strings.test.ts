import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { describeWithRealData, realData } from '#test/harness/real-data.ts';
import { cleanse } from '../cleanse.ts';
import type { OperatingSystem } from './os-reading.ts';

interface Labelled extends OperatingSystem {
  raw: string;
}

/** Where the column for the edition holds a remark of whoever labelled the text, the text says no edition. */
const REMARK = /^unmapped|^pattern$|^os_version of/;
/** The label leaves the architecture out, the text says SPARC. */
const SAYS_MORE = new Set(['Solaris 10 8/07 s10s_u4wos_12b SPARC']);

function labelled(): Labelled[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(realData('os-strings.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const orNull = (text: string | undefined) => (text === undefined || text === '' ? null : text);
  return data.map((row) => ({
    raw: row['raw_string'] ?? '',
    family: orNull(row['family']),
    version: row['family'] === '' ? null : orNull(row['version']),
    edition: REMARK.test(row['edition'] ?? '') ? null : orNull(row['edition']),
    architecture: orNull(row['architecture']),
  }));
}

function families(): ReadonlySet<string> {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(realData('eol.csv'), 'utf8'), { header: true });
  return new Set(data.map((row) => row['product_family'] ?? ''));
}

describeWithRealData('os-strings.csv', 'labelled operating systems', () => {
  test('are all read as they are labelled: family, version, edition, architecture', () => {
    const wrong = labelled().flatMap(({ raw, ...label }) => {
      const { value } = cleanse('operating_system', raw, {});
      const expected = SAYS_MORE.has(raw) ? { ...label, architecture: 'sparc' } : label;
      return JSON.stringify(value) === JSON.stringify(expected) ? [] : [{ raw, expected, value }];
    });
    expect(wrong).toEqual([]);
  });

  test('get only families that the end-of-life data has', () => {
    const known = families();
    for (const { raw } of labelled()) {
      const { family } = cleanse('operating_system', raw, {}).value as OperatingSystem;
      if (family !== null) expect(known).toContain(family);
    }
  });
});
