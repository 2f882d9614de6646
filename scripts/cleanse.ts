/**
 * `npm run -s cleanse -- FIELD [--unit U] [--day-month-order day-first|month-first] [--date-system 1900|1904]
 * [--decimal-mark .|,] < values.txt`: what the cleansing rules make of each line. Prints one JSON line per input line, in
 * its order: `{"raw","value","rule","reason"}`.
 */
import { buffer } from 'node:stream/consumers';
import { isDeepStrictEqual, parseArgs, type ParseArgsConfig } from 'node:util';
import { z } from 'zod';
import { cleanse } from '#service/cleansing/cleanse.ts';
import type { CleanseOptions } from '#service/cleansing/cleansed.ts';
import { issueWords } from '#service/platform/issue-words.ts';
import { targetFields } from '#shared/target-fields.ts';
import { printLines } from './print-lines.ts';
import { optionProblem } from './read-options.ts';

const optionsSchema = z.strictObject({
  unit: z.string().optional(),
  'day-month-order': z.enum(['day-first', 'month-first']).optional(),
  'date-system': z.enum(['1900', '1904']).optional(),
  'decimal-mark': z.enum(['.', ',']).optional(),
});

function readArguments(): { field: string; options: CleanseOptions } {
  const text = { type: 'string' } as const;
  const known = { unit: text, 'day-month-order': text, 'date-system': text, 'decimal-mark': text };
  const { values, positionals } = parsed(known);
  const [field, ...more] = positionals;
  if (field === undefined || more.length > 0)
    throw new Error('Name one target field: npm run -s cleanse -- FIELD < values.txt');
  const read = optionsSchema.safeParse({ ...values }, { error: issueWords });
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`--${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { unit, 'day-month-order': dayMonthOrder, 'date-system': dateSystem, 'decimal-mark': decimalMark } = read.data;
  return {
    field,
    options: {
      ...(unit !== undefined && { unit }),
      ...(dayMonthOrder !== undefined && { dayMonthOrder }),
      ...(dateSystem !== undefined && { dateSystem: dateSystem === '1904' ? 1904 : 1900 }),
      ...(decimalMark !== undefined && { decimalMark }),
    },
  };
}

/** @throws Error that names the options there are, for one that there is not */
function parsed<const Known extends NonNullable<ParseArgsConfig['options']>>(known: Known) {
  try {
    return parseArgs({ allowPositionals: true, options: known });
  } catch (error) {
    throw new Error(optionProblem(error as Error, known), { cause: error });
  }
}

/** Lines end with \n or \r\n only: other separators (U+2028 …) may stand in a value, and every line has one answer. */
async function readLines(): Promise<string[]> {
  // Read as a stream: a pipe whose writer is slower than we are has nothing to give to a reading that does not wait.
  const lines = (await buffer(process.stdin)).toString('utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

/** @throws Error for a unit the field is not measured in, which would only make every number unreadable */
function checkUnit(field: string, unit: string): void {
  const given = cleanse(field, 1, { unit });
  if (given.rule === 'unit-unknown') throw new Error(`--unit: ${given.reason}`);
  if (isDeepStrictEqual(given, cleanse(field, 1, {})))
    throw new Error(`--unit: ${JSON.stringify(unit)} changes nothing in ${field}.`);
}

async function main(): Promise<void> {
  const { field, options } = readArguments();
  // An unknown field ends the run before a line is read, also when there is none.
  if (!targetFields.some(({ name }) => name === field))
    throw new Error(
      `There is no target field "${field}". The fields are ${targetFields.map(({ name }) => name).join(', ')}.`,
    );
  if (options.unit !== undefined) checkUnit(field, options.unit);
  printLines((await readLines()).map((raw) => ({ raw, ...cleanse(field, raw, options) })));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
