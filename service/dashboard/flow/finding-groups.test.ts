import { expect, test } from '@jest/globals';
import type { Finding } from '#shared/schemas/flow.schema.ts';
import { groupFindings, isHead, type FindingLine } from './finding-groups.ts';

const finding = (agent: string, severity: string, code: string) => ({ agent, severity, code }) as Finding;
const findings = [
  finding('data-validation', 'error', 'error_cell'),
  finding('tech-debt-assessment', 'error', 'end_of_life'),
  finding('data-cleansing', 'warning', 'not_read'),
  finding('data-validation', 'info', 'mixed_types'),
];
const said = (lines: readonly FindingLine[]) =>
  lines.map((line) => (isHead(line) ? `${line.title ?? 'notes'} ${line.count}` : line.code));

test('what the sheet says and what is true of the assets stand under headings, notes are folded', () => {
  expect(said(groupFindings(findings, new Set()))).toEqual([
    'In the sheet 3',
    'error_cell',
    'not_read',
    'notes 1',
    'About the assets 1',
    'end_of_life',
  ]);
  expect(said(groupFindings(findings, new Set(['sheet'])))).toContain('mixed_types');
});
