import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import Papa from 'papaparse';
import { describeWithRealData, realData } from '#test/harness/real-data.ts';
import { cleanse } from '../cleanse.ts';
import { linuxFamilies } from './linux-families.ts';
import type { OperatingSystem } from './os-reading.ts';
import { unixFamilies } from './unix-families.ts';

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

  test('have families of the end-of-life data only, as all rules do', () => {
    const known = families();
    for (const { family } of [...linuxFamilies, ...unixFamilies]) expect(known).toContain(family);
    for (const family of ['windows_server', 'windows_client']) expect(known).toContain(family);
  });

  test('get only families that the end-of-life data has', () => {
    const known = families();
    for (const { raw } of labelled()) {
      const { family } = cleanse('operating_system', raw, {}).value as OperatingSystem;
      if (family !== null) expect(known).toContain(family);
    }
  });
});

describeWithRealData('mapping-dev.csv', 'texts of columns that hold something else', () => {
  test('are not taken for an operating system, but for the one that is one', () => {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(realData('mapping-dev.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const texts = data
      .filter((row) => !/^(?:operating_system|os_|hypervisor)/.test(row['gold'] ?? ''))
      .flatMap((row) => (row['samples'] ?? '').split('¦').map((sample) => sample.trim()));
    expect(texts.length).toBeGreaterThan(700);
    const taken = texts.filter((text) => {
      const { value } = cleanse('operating_system', text, {});
      return value !== null && (value as OperatingSystem).family !== null;
    });
    expect([...new Set(taken)]).toEqual(['Microsoft Windows Server']);
  });
});
