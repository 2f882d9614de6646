import { formatNumber } from '#shared/format.ts';
import type { NamedFooting, StandsOn } from './stands-on.ts';
import type { SupportForMove } from './support-for-move.ts';

/** The clauses on systems that are not supported for long: for several, and for one. */
const GROUPS: readonly { supports: readonly SupportForMove[]; are: string; is: string; advice?: string }[] = [
  { supports: ['ended', 'bought'], are: 'are past security updates', is: 'is past security updates' },
  {
    supports: ['ends_first'],
    are: 'lose their security updates within half a year',
    is: 'loses its security updates within half a year',
  },
  {
    supports: ['ends_soon'],
    are: 'lose their security updates within a year',
    is: 'loses its security updates within a year',
    advice: ': upgrade first, or soon after the move',
  },
];

/** The footing of an asset and its support, as clauses that begin in lower case: the worst first. */
export function standsOnClauses(on: StandsOn): string[] {
  return [...shortLived(on), ...otherSystems(on), ...leavers(on), ...oldHosts(on)];
}

/** Systems that are not supported for long, with their names. */
export function shortLived(on: StandsOn): string[] {
  const [only] = on.worst;
  const groups = GROUPS.map((group) => ({ ...group, count: countIn(on, group.supports) })).filter(
    ({ count }) => count > 0,
  );
  return groups.map(({ supports, are, is, advice = '', count }, at) => {
    if (on.systems === 1 && only !== undefined)
      return `it stands on ${only.name}, and ${only.stands.clause ?? is}${advice}`;
    const which =
      at === 0 ? `of the ${systemsOf(on)} it stands on, ${formatNumber(count)}` : `${formatNumber(count)} more`;
    return `${which} ${count === 1 ? is : are}${listed(on.worst, supports, count)}${advice}`;
  });
}

const countIn = ({ bySupport }: StandsOn, supports: readonly SupportForMove[]): number =>
  supports.reduce((sum, support) => sum + (bySupport[support] ?? 0), 0);

function otherSystems(on: StandsOn): string[] {
  const { lasts = 0, unknown = 0 } = on.bySupport;
  const [only] = on.worst;
  if (on.systems === 1 && only !== undefined && lasts + unknown === 1)
    return [
      `it stands on ${only.name}, ${lasts === 1 ? `and ${only.stands.clause}` : 'whose end of support is not known'}`,
    ];
  const isRest = lasts + unknown < on.systems;
  const more = isRest ? ' more' : '';
  const parts = [
    ...(lasts === 0
      ? []
      : [`${formatNumber(lasts)}${more} ${lasts === 1 ? 'is' : 'are'} supported${listed(on.worst, ['lasts'], lasts)}`]),
    ...(unknown === 0
      ? []
      : [
          `the end of support of ${formatNumber(unknown)}${more} is not known${listed(on.worst, ['unknown'], unknown)}`,
        ]),
  ];
  if (parts.length === 0) return [];
  return isRest ? parts : [`of the ${systemsOf(on)} it stands on, ${parts.join('; ')}`];
}

function leavers({ leaving: { count, named } }: StandsOn): string[] {
  if (count === 0) return [];
  const some = named.map(({ name, why }) => `${name} (${why})`);
  return [`it stands on what is to go: ${andMore(some, count)}`];
}

function oldHosts({ oldHosts: { count, named } }: StandsOn): string[] {
  if (count === 0) return [];
  const whose = count === 1 ? 'its host' : 'those hosts';
  return [`below it, past security updates – ${andMore(named.map(withClause), count)}: that is for ${whose} to settle`];
}

/** The names of those that are so supported, behind a dash. */
function listed(worst: readonly NamedFooting[], supports: readonly SupportForMove[], count: number): string {
  const some = worst.filter(({ stands }) => supports.includes(stands.support));
  return some.length === 0 ? '' : ` – ${andMore(some.map(withClause), count)}`;
}

const withClause = ({ name, stands: { clause } }: NamedFooting): string =>
  clause === null ? name : `${name} (${clause})`;

export const andMore = (some: readonly string[], count: number): string =>
  [some.join(', '), ...(count > some.length ? [`and ${formatNumber(count - some.length)} more`] : [])].join(' ');

const systemsOf = ({ systems, isCut }: StandsOn): string =>
  `${isCut ? 'at least ' : ''}${formatNumber(systems)} systems`;
