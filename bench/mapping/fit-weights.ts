/**
 * `npm run fit:mapping [-- FILE.csv …]`: learns the weights of the mapping engine's signals from labelled columns, writes
 * `service/mapping/weights.ts`, and prints what each signal adds (left out, learned anew, tried on families not learned
 * from). The confidence is calibrated on what was answered at first contact with systems nobody had seen, and on families
 * not learned from, read without the aliases only they have. Without files: `../shared/data/mapping-dev.csv` and
 * `bench/mapping/written-columns.csv`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { scoreColumn, type Weights } from '#service/mapping/mapping-model.ts';
import { fieldSignals, noFieldSignals } from '#service/mapping/signals.ts';
import { evaluate } from './evaluate.ts';
import { figuresOf } from './figures.ts';
import { knowledges, learnFrom, leaveOneGroupOut, seeSheets, type Knowledge, type SeenSheet } from './held-out.ts';
import { readLabelledSheets } from './labelled-columns.ts';
import { calibrate } from './learn-weights.ts';

const DEFAULT_FILES = ['../shared/data/mapping-dev.csv', 'bench/mapping/written-columns.csv'];
const CONTACT_FILES = ['bench/mapping/first-contact-columns.csv', 'bench/mapping/found-columns.csv'];
/**
 * Probability of the best field and whether it was right, on the opened half of `found-columns.csv` before any lesson was
 * taken from it: names that mean something else in a new system show nowhere else, so it counts more.
 */
const FIRST_ANSWERS_FILE = 'bench/mapping/first-contact-answers.csv';
const FIRST_ANSWERS_WEIGHT = 3;
const OUTPUT = 'service/mapping/weights.ts';

function main(files: readonly string[]): void {
  const seen = seeSheets(files.flatMap(readLabelledSheets));
  const learned = learnFrom(seen);
  const contacts = seeSheets(CONTACT_FILES.flatMap(readLabelledSheets));
  const firstAnswers = readFirstAnswers();
  const calibration = calibrate([
    ...shown(contacts, 'names-withheld', learned),
    ...Array.from({ length: FIRST_ANSWERS_WEIGHT }, () => firstAnswers).flat(),
  ]);
  const weights = { ...learned, calibration };
  writeFileSync(OUTPUT, source(weights, seen));
  console.log(`${OUTPUT} written from ${seen.flatMap(({ sheet }) => sheet.columns).length} columns.`);
  printAblation(seen, weights);
}

function readFirstAnswers(): { probability: number; isRight: boolean }[] {
  const [, ...lines] = readFileSync(FIRST_ANSWERS_FILE, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [probability, right] = line.split(',');
    return { probability: Number(probability), isRight: right === '1' };
  });
}

/** Probability of the best field and whether it was right, by weights that had not seen the family. */
function shown(
  seen: readonly SeenSheet[],
  knowledge: Knowledge,
  weights: Weights,
): { probability: number; isRight: boolean }[] {
  return seen.flatMap(({ sheet, signals }) =>
    sheet.columns.flatMap(({ gold }, at) => {
      const column = signals[knowledge][at];
      if (gold === null || column === undefined) return [];
      const best = scoreColumn(column, weights).ranked[0];
      // Far below the threshold nothing is ever shown.
      if (best === undefined || best.probability < 0.2) return [];
      return [{ probability: best.probability, isRight: gold.includes(best.candidate.field) }];
    }),
  );
}

const ABLATION_GROUPS = 3;
const ABLATION_STEPS = 60;

function printAblation(seen: readonly SeenSheet[], from: Weights): void {
  const f1Without = (names: readonly string[]): number => {
    const start = { without: new Set(names), from, steps: ABLATION_STEPS };
    const held = leaveOneGroupOut(seen, ABLATION_GROUPS, start);
    const scored = knowledges.flatMap((knowledge) =>
      evaluate(seen, held, { knowledge, calibration: from.calibration }),
    );
    return figuresOf(scored).f1;
  };
  const all = f1Without([]);
  console.log(`F1 with every signal, on families not learned from: ${all.toFixed(3)}. What each signal adds to it:`);
  const fields = fieldSignals.map((name) => `field.${name}`);
  const others = noFieldSignals.filter((name) => name !== 'bias').map((name) => `noField.${name}`);
  for (const name of [...fields, ...others])
    console.log(`  ${name.padEnd(24)} ${(all - f1Without([name])).toFixed(3)}`);
}

function source(weights: Weights, seen: readonly SeenSheet[]): string {
  const rounded = JSON.stringify(weights, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value,
  );
  const { columns, families } = {
    columns: seen.flatMap(({ sheet }) => sheet.columns).length,
    families: new Set(seen.map(({ sheet }) => sheet.family)).size,
  };
  const version = new Date().toISOString().slice(0, 10);
  return `// Written by \`npm run fit:mapping\`; not by hand.
import type { Weights } from './mapping-model.ts';

/** The day the weights were learned. */
export const WEIGHTS_VERSION = '${version}';

/** Learned from ${columns} labelled columns of ${families} families of systems; in log-odds. */
export const weights: Weights = ${rounded};
`;
}

const named = process.argv.slice(2);
main(named.length > 0 ? named : DEFAULT_FILES);
