import { formatNumber } from '#shared/format.ts';
import type { AgentTask } from '#shared/schemas/flow.schema.ts';
import { formatWord } from '../parts/format.ts';

/** As the lists of flows and jobs: what runs or failed last stands on top. */
export function newestFirst(tasks: readonly AgentTask[]): AgentTask[] {
  return [...tasks].sort((one, other) => other.started_at.localeCompare(one.started_at));
}

/**
 * What a result counted, in the agent's own words. What it did not find, and what is no plain value, is left to the panel,
 * which shows all of it.
 */
export function summariseResult(result: NonNullable<AgentTask['result']>): string {
  const said = Object.entries(result).flatMap(([name, value]) => {
    if (typeof value === 'number') return value === 0 ? [] : [`${formatWord(name)} ${formatNumber(value)}`];
    if (value === true) return [formatWord(name.replace(/^is_/, ''))];
    return typeof value === 'string' ? [`${formatWord(name)} ${value}`] : [];
  });
  return said.length === 0 ? 'Nothing to report' : said.join(' · ');
}
