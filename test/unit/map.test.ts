import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { runScript } from './run-script.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'map-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function map(content: string | null, ...more: string[]) {
  const file = path.join(folder, 'columns.csv');
  if (content !== null) writeFileSync(file, content);
  return runScript('map.ts', [...(content === null ? [] : [file]), ...more]);
}

describe('npm run map', () => {
  test('prints one JSON line per row in the order of the file, each sheet read as a whole', () => {
    const { status, lines } = map(
      'source,header,samples\na,VM,srv-1 ¦ srv-2\nb,Host,esx1\na,Host,esx1 ¦ esx2\nb,CPU Model,Xeon\na,Qwertz,\n',
    );
    expect(status).toBe(0);
    expect(lines).toMatchObject([
      { source: 'a', header: 'VM', suggested: 'asset_name' },
      { source: 'b', header: 'Host', suggested: 'asset_name' },
      { source: 'a', header: 'Host', suggested: 'host_server' },
      { source: 'b', header: 'CPU Model', suggested: 'cpu_model' },
      { source: 'a', header: 'Qwertz', suggested: null, confidence: 0 },
    ]);
    for (const line of lines as { candidates: { field: string; confidence: number }[]; reasons: string[] }[]) {
      expect(line.candidates.length).toBeLessThanOrEqual(5);
      expect(line.reasons.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ['without a file', null, [], 'Name one CSV file'],
    ['with two files', 'source,header\na,b\n', ['other.csv'], 'Name one CSV file'],
    [
      'with an option',
      'source,header\na,b\n',
      ['--top', '3'],
      "Unknown option '--top'. There are no options; name files only.",
    ],
    ['without the columns it needs', 'name,value\na,b\n', [], 'has no column source and header'],
    ['with broken quotes', 'source,header\na,"b\n', [], 'row'],
  ])('says what is wrong %s, with an exit code', (_what, content, more, words) => {
    const { status, lines, error } = map(content, ...more);
    expect([status, lines]).toEqual([1, []]);
    expect(error).toContain(words);
    expect(error.split('\n')).toHaveLength(1);
  });
});
