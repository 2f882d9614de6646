import { formatNumber } from '#shared/format.ts';
import type { NamedFooting, StandsOn } from './stands-on.ts';
import type { SupportForMove } from './support-for-move.ts';

const GROUPS = [
  [['ended', 'bought'], 'get no security updates without paying, or none at all'],
  [['ends_first'], 'lose their security updates within half a year'],
  [['ends_soon'], 'lose their security updates within a year: upgrade them first, or soon after the move'],
] as const satisfies readonly [readonly SupportForMove[], string][];

/** What an asset stands on and how that is supported, as clauses that begin in lower case: the worst first. */
export function standsOnClauses(on: StandsOn): string[] {
  return [...oldSystems(on), ...otherSystems(on), ...leavers(on), ...oldHosts(on)];
}

/** Systems that are not supported for long, with their names. */
export function oldSystems(on: StandsOn): string[] {
  return GROUPS.flatMap(([supports, words]) => {
    const count = supports.reduce((sum, support) => sum + (on.bySupport[support] ?? 0), 0);
    if (count === 0) return [];
    const some = on.worst.filter(({ support }) => (supports as readonly SupportForMove[]).includes(support));
    const [only] = some;
    const advice = supports[0] === 'ends_soon' ? ': upgrade it first, or soon after the move' : '';
    if (on.systems === 1 && only !== undefined) return [`it stands on ${only.name}, and ${only.clause}${advice}`];
    return [
      `of the ${countOfSystems(on)} it stands on, ${formatNumber(count)} ${agreeing(words, count)}${names(some, count)}`,
    ];
  });
}

function agreeing(words: string, count: number): string {
  if (count > 1) return words;
  return words.replace('get ', 'gets ').replace('lose their', 'loses its').replace('upgrade them', 'upgrade it');
}

function names(some: readonly NamedFooting[], count: number): string {
  if (some.length === 0) return '';
  const listed = some.map(({ name, clause }) => (clause === null ? name : `${name} (${clause})`));
  return ` – ${andMore(listed, count)}`;
}

const andMore = (listed: readonly string[], count: number): string =>
  [listed.join(', '), ...(count > listed.length ? [`and ${formatNumber(count - listed.length)} more`] : [])].join(' ');

const countOfSystems = ({ systems, isCut }: StandsOn): string =>
  `${isCut ? 'at least ' : ''}${formatNumber(systems)} systems`;

function otherSystems(on: StandsOn): string[] {
  const { lasts = 0, unknown = 0 } = on.bySupport;
  if (lasts + unknown === 0) return [];
  const [only] = on.worst;
  if (on.systems === 1 && only !== undefined)
    return [`it stands on ${only.name}, ${lasts === 1 ? `and ${only.clause}` : 'of which no end of support is known'}`];
  const isRest = lasts + unknown < on.systems;
  const lasting = names(
    on.worst.filter(({ support }) => support === 'lasts'),
    lasts,
  );
  const supported = lasts === 0 ? [] : [`${formatNumber(lasts)} ${lasts === 1 ? 'is' : 'are'} supported${lasting}`];
  const open = unknown === 0 ? [] : [`of ${formatNumber(unknown)} no end of support is known${unnamed(on, unknown)}`];
  const which = isRest ? 'others' : `${countOfSystems(on)} it stands on`;
  return [`of the ${which}, ${[...open, ...supported].join('; ')}`];
}

function unnamed({ worst }: StandsOn, count: number): string {
  return names(
    worst.filter(({ support }) => support === 'unknown'),
    count,
  );
}

function leavers({ leaving: { count, named } }: StandsOn): string[] {
  if (count === 0) return [];
  return [
    `it stands on what is to go: ${andMore(
      named.map(({ name, why }) => `${name} (${why})`),
      count,
    )}`,
  ];
}

function oldHosts({ oldHosts: { count, named } }: StandsOn): string[] {
  if (count === 0) return [];
  const listed = named.map(({ name, clause }) => (clause === null ? name : `${name} (${clause})`));
  return [`below its systems stand ${andMore(listed, count)}: that is for those hosts to settle`];
}
