import { expect, test } from '@jest/globals';
import type { SheetSource } from '../workbook/workbook-port.ts';
import { nextSheet } from './next-sheet.ts';

const sheet = (sheetName: string, of: Partial<SheetSource> = {}) =>
  ({ id: sheetName, kind: 'sheet', sheetName, range: 'A1:B2', ...of }) as SheetSource;
const sources = [
  sheet('Selected', { kind: 'selection' }),
  sheet('vInfo'),
  sheet('Chart', { range: '' }),
  sheet('vHost'),
  sheet('vDisk'),
];
const next = (imported: string | null, ...before: string[]) =>
  nextSheet(imported, sources, (name) => before.includes(name))?.sheetName ?? null;

test('the next sheet is the first behind it that can be read and is not imported yet', () => {
  expect(next('vInfo')).toBe('vHost');
  expect(next('vInfo', 'vHost')).toBe('vDisk');
  expect(next('vInfo', 'vHost', 'vDisk')).toBeNull();
});

test('behind the last sheet, and behind one that is not there, comes none', () => {
  expect(next('vDisk')).toBeNull();
  expect(next('Other')).toBeNull();
  expect(next(null)).toBeNull();
});
