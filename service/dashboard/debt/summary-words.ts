import { countOf, formatNumber } from '#shared/format.ts';
import type { TechDebtSummary } from '#shared/schemas/assessment.schema.ts';

type Counted = Pick<TechDebtSummary, 'assets' | 'by_treatment_state' | 'operating_systems'>;

/** How far the assessment goes, in sentences; what counts nothing is not said. */
export function coverageWords({ assets, by_treatment_state: states, operating_systems: systems }: Counted): string {
  const undecided = states.not_enough_data ?? 0;
  const other = states.not_applicable ?? 0;
  const treatments = [
    undecided > 0 && `no treatment for ${formatNumber(undecided)} for want of data`,
    other > 0 && `none applies to ${formatNumber(other)}`,
  ].filter((part) => part !== false);
  const unknown = (
    [
      ['unclear', systems.not_enough_data],
      ['without a known date', systems.no_data],
      ['missing', systems.not_said],
    ] as const
  ).flatMap(([words, count]) => (count ? [`${words} for ${formatNumber(count)}`] : []));
  return [
    `${[countOf(assets, 'asset'), ...treatments].join('; ')}.`,
    ...(unknown.length > 0 ? [`Operating system ${unknown.join(', ')}.`] : []),
  ].join(' ');
}
