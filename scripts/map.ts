/**
 * `npm run -s map -- FILE.csv`: what the mapping engine says of columns written down in a file. Reads the columns
 * `source`, `header` and `samples` (joined by ` ¦ `); rows of one source, in their order, are one sheet. Prints one JSON
 * line per row, in the order of the file.
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { suggestMappings, type MappingSuggestion } from '#service/mapping/mapping-engine.ts';
import { createSheetProfiler } from '#service/profiling/column-profiler.ts';
import { buildColumns } from '#shared/column-keys.ts';
import { targetFields } from '#shared/target-fields.ts';
import { printLines } from './print-lines.ts';
import { fileNames } from './read-options.ts';

interface ListedColumn {
  source: string;
  header: string;
  samples: string[];
}

function main(): void {
  const [file, ...more] = fileNames();
  if (file === undefined || more.length > 0) throw new Error('Name one CSV file: npm run -s map -- FILE.csv');
  const columns = readColumns(file);
  const sheets = new Map<string, ListedColumn[]>();
  for (const column of columns) sheets.set(column.source, [...(sheets.get(column.source) ?? []), column]);
  const answers = new Map<ListedColumn, MappingSuggestion>();
  for (const sheet of sheets.values())
    suggestForSheet(sheet).forEach((suggestion, index) => answers.set(sheet[index] as ListedColumn, suggestion));
  printLines(columns.map((column) => lineOf(column, answers.get(column) as MappingSuggestion)));
}

function suggestForSheet(sheet: readonly ListedColumn[]): MappingSuggestion[] {
  const profiler = createSheetProfiler(buildColumns(sheet.map((column) => column.header)));
  const rows = Math.max(0, ...sheet.map((column) => column.samples.length));
  profiler.add(
    Array.from({ length: rows }, (_, row) => ({ cells: sheet.map((column) => column.samples[row] ?? null) })),
  );
  // No samples were written down, which is not to say that the column had no values.
  const columns = profiler
    .profiles()
    .map((one, at) => (sheet[at]?.samples.length ? one : { ...one, rows: 0, blank: 0 }));
  return suggestMappings({ columns, targetFields });
}

function lineOf(column: ListedColumn, suggestion: MappingSuggestion) {
  return {
    source: column.source,
    header: column.header,
    suggested: suggestion.targetField,
    confidence: suggestion.confidence,
    candidates: suggestion.candidates.map((candidate) => ({
      field: candidate.target_field,
      confidence: candidate.confidence_score,
    })),
    reasons: suggestion.reasons.map((reason) => reason.text),
  };
}

function readColumns(file: string): ListedColumn[] {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const missing = ['source', 'header'].filter((name) => !(meta.fields ?? []).includes(name));
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(' and ')}.`);
  const [broken] = errors.filter((error) => error.type === 'Quotes');
  if (broken) throw new Error(`${file}, row ${(broken.row ?? 0) + 1}: ${broken.message}.`);
  return data.map((row) => ({
    source: row['source'] ?? '',
    header: row['header'] ?? '',
    samples: (row['samples'] ?? '')
      .split('¦')
      .map((sample) => sample.trim())
      .filter((sample) => sample !== ''),
  }));
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
