import type { Weights } from '#service/mapping/mapping-model.ts';
import { fieldSignals, noFieldSignals, type ColumnSignals } from '#service/mapping/signals.ts';

/** A column as the model sees it, and what would be right. */
export interface Example {
  signals: ColumnSignals;
  gold: readonly string[];
  /** How much it counts. */
  weight: number;
}

const STEPS = 500;
const RATE = 0.06;
/** Keeps a signal that few columns have from being believed too much. */
const DECAY = 2e-4;

const UNCALIBRATED = { slope: 1, offset: 0 };

const parameters = [...fieldSignals.map((name) => `field.${name}`), ...noFieldSignals.map((name) => `noField.${name}`)];
const parameterAt = new Map(parameters.map((name, at) => [name, at]));

/** One choice of an example: which parameters speak, how loudly, and whether it would be right. */
interface Choice {
  at: number[];
  values: number[];
  isRight: boolean;
}

export interface LearningStart {
  /** Parameters (`field.name`, `noField.bias` …) that stay out. */
  without?: ReadonlySet<string>;
  /** Begin here instead of at 0, and take this many steps. */
  from?: Weights;
  steps?: number;
}

/** Weights under which the right answers are most likely (conditional logit, Adam, decay towards 0). Deterministic. */
export function learnWeights(examples: readonly Example[], start: LearningStart = {}): Weights {
  const { without = new Set<string>(), from, steps = STEPS } = start;
  const rows = examples.map(({ signals, gold, weight }) => ({ choices: choicesOf(signals, gold), weight }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const [values, speed, size] = [from ? parametersOf(from, without) : zeros(), zeros(), zeros()];
  for (let step = 1; step <= steps; step += 1) {
    const gradient = zeros();
    for (const { choices, weight } of rows) addGradient(choices, weight / total, { values, gradient });
    for (let at = 0; at < parameters.length; at += 1) {
      if (without.has(parameters[at] as string)) continue;
      const slope = at0(gradient, at) - DECAY * at0(values, at);
      speed[at] = 0.9 * at0(speed, at) + 0.1 * slope;
      size[at] = 0.999 * at0(size, at) + 0.001 * slope * slope;
      const scale = Math.sqrt(at0(size, at) / (1 - 0.999 ** step)) + 1e-8;
      values[at] = at0(values, at) + (RATE * at0(speed, at)) / (1 - 0.9 ** step) / scale;
    }
  }
  return toWeights(values);
}

function parametersOf(weights: Weights, without: ReadonlySet<string>): Float64Array {
  const known = new Map<string, number>([
    ...fieldSignals.map((name): [string, number] => [`field.${name}`, weights.field[name]]),
    ...noFieldSignals.map((name): [string, number] => [`noField.${name}`, weights.noField[name]]),
  ]);
  return Float64Array.from(parameters, (name) => (without.has(name) ? 0 : (known.get(name) ?? 0)));
}

const zeros = (): Float64Array => new Float64Array(parameters.length);
const at0 = (numbers: Float64Array, at: number): number => numbers[at] ?? 0;

function choicesOf({ fields, noField }: ColumnSignals, gold: readonly string[]): Choice[] {
  const choice = (kind: string, signals: readonly { name: string; value: number }[], isRight: boolean): Choice => ({
    at: signals.map(({ name }) => parameterAt.get(`${kind}.${name}`) as number),
    values: signals.map(({ value }) => value),
    isRight,
  });
  return [
    ...fields.map(({ field, signals }) => choice('field', signals, gold.includes(field))),
    choice('noField', noField, gold.length === 0),
  ];
}

/** Of the log-likelihood: what the right answers have more of than the model expects. Plain loops: this is all the time. */
function addGradient(
  choices: readonly Choice[],
  weight: number,
  { values, gradient }: { values: Float64Array; gradient: Float64Array },
): void {
  const shares: number[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const { at, values: loud } of choices) {
    let score = 0;
    for (let nth = 0; nth < at.length; nth += 1) score += (values[at[nth] as number] as number) * (loud[nth] as number);
    shares.push(score);
    if (score > top) top = score;
  }
  let [all, right] = [0, 0];
  for (let one = 0; one < choices.length; one += 1) {
    const share = Math.exp((shares[one] as number) - top);
    shares[one] = share;
    all += share;
    if (choices[one]?.isRight) right += share;
  }
  // A right answer that no signal reaches cannot teach.
  if (right < 1e-12 * all) return;
  for (let one = 0; one < choices.length; one += 1) {
    const { at, values: loud, isRight } = choices[one] as Choice;
    const share = shares[one] as number;
    const push = weight * ((isRight ? share / right : 0) - share / all);
    for (let nth = 0; nth < at.length; nth += 1) {
      const parameter = at[nth] as number;
      gradient[parameter] = (gradient[parameter] as number) + push * (loud[nth] as number);
    }
  }
}

function toWeights(values: Float64Array): Weights {
  const of = <Name extends string>(kind: string, names: readonly Name[]): Record<Name, number> =>
    Object.fromEntries(names.map((name) => [name, at0(values, parameterAt.get(`${kind}.${name}`) ?? -1)])) as Record<
      Name,
      number
    >;
  return {
    field: of('field', fieldSignals),
    noField: of('noField', noFieldSignals),
    calibration: UNCALIBRATED,
  };
}

/** Slope and offset that make probabilities of unseen columns mean what they say (Platt scaling by Newton's method). */
export function calibrate(shown: readonly { probability: number; isRight: boolean }[]): Weights['calibration'] {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 30; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-3, 0, 1e-3];
    for (const { probability, isRight } of shown) {
      const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
      const logit = Math.log(bounded / (1 - bounded));
      const p = 1 / (1 + Math.exp(-(slope * logit + offset)));
      const miss = (isRight ? 1 : 0) - p;
      g0 += miss;
      g1 += miss * logit;
      h00 += p * (1 - p);
      h01 += p * (1 - p) * logit;
      h11 += p * (1 - p) * logit * logit;
    }
    const determinant = h00 * h11 - h01 * h01;
    offset += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope, offset };
}
