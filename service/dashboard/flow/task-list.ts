import { formatNumber } from '#shared/format.ts';
import type { AgentTask, Flow } from '#shared/schemas/flow.schema.ts';
import { formatWord } from '../parts/format.ts';

/** As the lists of flows and jobs: what runs or failed last stands on top. */
export function newestFirst(tasks: readonly AgentTask[]): AgentTask[] {
  return [...tasks].sort((one, other) => other.started_at.localeCompare(one.started_at));
}

/**
 * Which try of its phase a run was, from 1. One after a completed run of the phase was asked for, when a preview was
 * applied or dependencies were rebuilt, and is the first again.
 */
export function tryOf(
  { phase, attempt }: Pick<AgentTask, 'phase' | 'attempt'>,
  tasks: readonly Pick<AgentTask, 'phase' | 'attempt' | 'status'>[],
): number {
  const completed = tasks.filter(
    (task) => task.phase === phase && task.status === 'completed' && task.attempt < attempt,
  );
  return attempt - Math.max(0, ...completed.map((task) => task.attempt));
}

/** How far a run is: of the one at work as its flow says, which is read more often than the tasks. */
export function rowsDone(task: AgentTask, { phases }: Pick<Flow, 'phases'>): number {
  const phase = phases.find((one) => one.phase === task.phase && one.attempt === task.attempt);
  return task.status === 'running' && phase !== undefined ? phase.rows_done : task.rows_done;
}

/** Counts whose names are no words that people would use. */
const resultWords: ReadonlyMap<string, string> = new Map([
  ['cells_unsaid', 'Cells that say nothing'],
  ['rows_in', 'Rows read'],
  ['rows_out', 'Rows written'],
  ['edges', 'Dependencies'],
  ['to_groups', 'On names only'],
  ['resolved', 'On assets'],
  ['unresolved', 'On names not in the inventory'],
  ['ambiguous', 'On names of several assets'],
  ['components', 'Linked groups'],
  ['cycles', 'Circles'],
  ['lifecycle_data_age_days', 'Age of the lifecycle data in days'],
  ['treatment_not_enough_data', 'Not enough data for a treatment'],
  ['already_decided', 'Decided before'],
]);

function resultWord(name: string): string {
  return resultWords.get(name) ?? formatWord(name);
}

/** Everything a result says, by the words people use for it. */
export function resultFacts(result: NonNullable<AgentTask['result']>): (readonly [name: string, value: string])[] {
  return Object.entries(result).map(([name, value]) => [resultWord(name.replace(/^is_/, '')), resultText(value)]);
}

function resultText(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === null || typeof value === 'string') return value ?? 'None';
  if (Array.isArray(value)) return value.length === 0 ? 'None' : value.map(resultText).join(', ');
  const parts = Object.entries(value as object).map(([name, part]) => `${resultWord(name)} ${resultText(part)}`);
  return parts.length === 0 ? 'None' : parts.join(' · ');
}

/**
 * What a result counted, in the agent's own words. What it did not find, and what is no plain value, is left to the panel,
 * which shows all of it.
 */
export function summariseResult(result: NonNullable<AgentTask['result']>): string {
  const said = Object.entries(result).flatMap(([name, value]) => {
    if (typeof value === 'number') return value === 0 ? [] : [`${resultWord(name)} ${formatNumber(value)}`];
    if (value === true) return [resultWord(name.replace(/^is_/, ''))];
    return typeof value === 'string' ? [`${resultWord(name)} ${value}`] : [];
  });
  return said.length === 0 ? 'Nothing to report' : said.join(' · ');
}
