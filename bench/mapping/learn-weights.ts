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

const parameters = [...fieldSignals.map((name) => `field.${name}`), ...noFieldSignals.map((name) => `noField.${name}`)];
const parameterAt = new Map(parameters.map((name, at) => [name, at]));

/**
 * All examples in flat arrays, because adding them up is all the time: an example has choices, a choice is right or not
 * and has signals (which parameter speaks, how loudly). `…From` hold where each begins, and the end.
 */
interface Table {
  weight: Float64Array;
  choiceFrom: Int32Array;
  isRight: Uint8Array;
  signalFrom: Int32Array;
  parameter: Int32Array;
  loudness: Float64Array;
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
  const table = tableOf(examples);
  const [values, speed, size] = [from ? parametersOf(from, without) : zeros(), zeros(), zeros()];
  for (let step = 1; step <= steps; step += 1) {
    const gradient = zeros();
    addGradient(table, values, gradient);
    for (let at = 0; at < parameters.length; at += 1) {
      if (without.has(parameters[at] as string)) continue;
      const slope = at0(gradient, at) - DECAY * at0(values, at);
      speed[at] = 0.9 * at0(speed, at) + 0.1 * slope;
      size[at] = 0.999 * at0(size, at) + 0.001 * slope * slope;
      const scale = Math.sqrt(at0(size, at) / (1 - 0.999 ** step)) + 1e-8;
      values[at] = at0(values, at) + (RATE * at0(speed, at)) / (1 - 0.9 ** step) / scale;
    }
  }
  return { ...toWeights(values), alternates: alternatesOf(examples) };
}

/** A pair seen less often than this is no rule. */
const ALTERNATES_MIN = 0.1;
/** Columns of a field that are imagined to have no alternates, so that rare fields promise little. */
const ALTERNATES_PRIOR = 5;

/** Per field that was right: the share of its columns for which another was accepted too. */
function alternatesOf(examples: readonly Example[]): Weights['alternates'] {
  const columns = new Map<string, { count: number; with: Map<string, number> }>();
  for (const { gold, weight } of examples)
    for (const field of gold) {
      const found = columns.get(field) ?? { count: 0, with: new Map<string, number>() };
      found.count += weight;
      for (const other of gold) if (other !== field) found.with.set(other, (found.with.get(other) ?? 0) + weight);
      columns.set(field, found);
    }
  return Object.fromEntries(
    [...columns].flatMap(([field, found]) => {
      const shares = [...found.with]
        .map(([other, count]): [string, number] => [other, count / (found.count + ALTERNATES_PRIOR)])
        .filter(([, share]) => share >= ALTERNATES_MIN);
      return shares.length === 0 ? [] : [[field, Object.fromEntries(shares)]];
    }),
  );
}

function parametersOf(weights: Weights, without: ReadonlySet<string>): Float64Array {
  const known = new Map<string, number>([
    ...fieldSignals.map((name): [string, number] => [`field.${name}`, weights.field[name]]),
    ...noFieldSignals.map((name): [string, number] => [`noField.${name}`, weights.noField[name]]),
  ]);
  return Float64Array.from(parameters, (name) => (without.has(name) ? 0 : (known.get(name) ?? 0)));
}

const zeros = (): Float64Array => new Float64Array(parameters.length);
const at0 = (numbers: Float64Array | Int32Array, at: number): number => numbers[at] ?? 0;

function tableOf(examples: readonly Example[]): Table {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const choiceFrom = [0];
  const isRight: number[] = [];
  const signalFrom = [0];
  const parameter: number[] = [];
  const loudness: number[] = [];
  const add = (kind: string, signals: readonly { name: string; value: number }[], right: boolean): void => {
    for (const { name, value } of signals) {
      parameter.push(parameterAt.get(`${kind}.${name}`) as number);
      loudness.push(value);
    }
    signalFrom.push(parameter.length);
    isRight.push(right ? 1 : 0);
  };
  for (const { signals, gold } of examples) {
    for (const { field, signals: ofField } of signals.fields) add('field', ofField, gold.includes(field));
    add('noField', signals.noField, gold.length === 0);
    choiceFrom.push(isRight.length);
  }
  return {
    weight: Float64Array.from(examples, ({ weight }) => weight / total),
    choiceFrom: Int32Array.from(choiceFrom),
    isRight: Uint8Array.from(isRight),
    signalFrom: Int32Array.from(signalFrom),
    parameter: Int32Array.from(parameter),
    loudness: Float64Array.from(loudness),
  };
}

/** Of the log-likelihood: what the right answers have more of than the model expects. */
function addGradient(table: Table, values: Float64Array, gradient: Float64Array): void {
  const shares = new Float64Array(table.isRight.length);
  for (let example = 0; example < table.weight.length; example += 1) {
    const [from, to] = [at0(table.choiceFrom, example), at0(table.choiceFrom, example + 1)];
    const { all, right } = shareOut(table, values, { shares, from, to });
    // A right answer that no signal reaches cannot teach.
    if (right < 1e-12 * all) continue;
    for (let choice = from; choice < to; choice += 1) {
      const share = at0(shares, choice);
      const push = at0(table.weight, example) * ((table.isRight[choice] === 1 ? share / right : 0) - share / all);
      const end = at0(table.signalFrom, choice + 1);
      for (let signal = at0(table.signalFrom, choice); signal < end; signal += 1) {
        const parameter = at0(table.parameter, signal);
        gradient[parameter] = at0(gradient, parameter) + push * at0(table.loudness, signal);
      }
    }
  }
}

/** Writes the unnormalised shares of an example's choices; gives their sum and that of the right ones. */
function shareOut(
  { isRight, signalFrom, parameter, loudness }: Table,
  values: Float64Array,
  { shares, from, to }: { shares: Float64Array; from: number; to: number },
): { all: number; right: number } {
  let top = Number.NEGATIVE_INFINITY;
  for (let choice = from; choice < to; choice += 1) {
    let score = 0;
    const end = at0(signalFrom, choice + 1);
    for (let signal = at0(signalFrom, choice); signal < end; signal += 1)
      score += at0(values, at0(parameter, signal)) * at0(loudness, signal);
    shares[choice] = score;
    if (score > top) top = score;
  }
  let [all, right] = [0, 0];
  for (let choice = from; choice < to; choice += 1) {
    const share = Math.exp(at0(shares, choice) - top);
    shares[choice] = share;
    all += share;
    if (isRight[choice] === 1) right += share;
  }
  return { all, right };
}

function toWeights(values: Float64Array): Weights {
  const weights = <Name extends string>(kind: string, names: readonly Name[]): Record<Name, number> =>
    Object.fromEntries(names.map((name) => [name, at0(values, parameterAt.get(`${kind}.${name}`) ?? -1)])) as Record<
      Name,
      number
    >;
  return {
    field: weights('field', fieldSignals),
    noField: weights('noField', noFieldSignals),
    alternates: {},
  };
}
