import { DAY_MS } from '#shared/day.ts';
import type { ProductStanding } from './assessment.ts';
import { isExtendedFree } from './lifecycle-row.ts';
import { ENDS_SOON_DAYS } from './support-verdict.ts';

/**
 * A product with support for no longer than this has seldom still support when a move is done, days. The one horizon of
 * all treatments: within it a product moves to a newer release, or is upgraded first.
 */
const MOVE_HORIZON_DAYS = 183;
const HORIZON_WORDS = 'half a year';

/**
 * The meaning of a product's support for moving it. `ended`: no updates. `bought`: only bought ones. `ends_first`: they
 * end within the horizon. `ends_soon`: they end within a year. `lasts`: later. `unknown`: there is no verdict.
 */
export type SupportForMove = 'ended' | 'bought' | 'ends_first' | 'ends_soon' | 'lasts' | 'unknown';

/** The worst first; an unknown end may be worse than one that lasts. */
const WORST_FIRST: readonly SupportForMove[] = ['ended', 'bought', 'ends_first', 'ends_soon', 'unknown', 'lasts'];

export const rankOf = (support: SupportForMove): number => WORST_FIRST.indexOf(support);

/** The first of the worst; null of none. */
export function worstOf<One>(some: readonly One[], supportOf: (one: One) => SupportForMove): One | null {
  const ranks = some.map((one) => rankOf(supportOf(one)));
  return some[ranks.indexOf(Math.min(...ranks))] ?? null;
}

type Supported = Pick<ProductStanding, 'product' | 'state' | 'until' | 'extended_until' | 'reason' | 'releases'>;

const isFree = ({ releases, extended_until: extended }: Supported): boolean =>
  extended !== null && isExtendedFree(releases);

/** The last day of updates that cost nothing. */
const lastDay = (standing: Supported): string | null => (isFree(standing) ? standing.extended_until : standing.until);

/** @param day the day assets are assessed for, ISO */
export function supportForMove(standing: Supported, day: string): SupportForMove {
  switch (standing.state) {
    case 'end_of_life':
      return 'ended';
    case 'no_data':
    case 'not_enough_data':
      return 'unknown';
    case 'extended_support_only':
      if (!isExtendedFree(standing.releases)) return 'bought';
  }
  const last = lastDay(standing);
  if (isWithinHorizon(last, day)) return 'ends_first';
  return isWithin(ENDS_SOON_DAYS, last, day) ? 'ends_soon' : 'lasts';
}

export function isWithinHorizon(until: string | null, day: string): boolean {
  return isWithin(MOVE_HORIZON_DAYS, until, day);
}

function isWithin(days: number, until: string | null, day: string): boolean {
  return until !== null && Date.parse(until) <= Date.parse(day) + days * DAY_MS;
}

/** The act after the last day of updates that cost nothing: `It moves after 2029-01-09`. */
export const afterLastDay = (standing: Supported): string =>
  `It moves after ${lastDay(standing) ?? 'its support ends'}`;

/** Whether it cannot be moved as it is and stay supported. */
export const needsNewRelease = (support: SupportForMove): boolean =>
  support === 'ended' || support === 'bought' || support === 'ends_first';

/** How support stands, as a sentence without its stop: `Debian 12 gets security updates only until 2027-01-01, within half a year`. */
export function supportClause(standing: Supported, day: string): string {
  const { product, reason } = standing;
  switch (supportForMove(standing, day)) {
    case 'ended':
      return endedClause(standing);
    case 'bought':
      return `${product} gets security updates only with extended support, which has to be bought${endDay(standing)}`;
    case 'ends_first':
      return `${product} gets ${updatesOf(standing)} only until ${lastDay(standing)}, within ${HORIZON_WORDS}`;
    case 'ends_soon':
      return `${product} gets ${updatesOf(standing)} only until ${lastDay(standing)}, within a year`;
    case 'lasts':
      return lastingClause(standing);
    case 'unknown':
      return `${product}: ${reason.replace(/\.$/, '')}`;
  }
}

function endedClause(standing: Supported): string {
  const { product, until, extended_until: extended } = standing;
  const last = lastDay(standing) ?? extended;
  if (last === null) return `${product} gets no security updates any more`;
  if (isFree(standing) || until === null || extended === null || extended <= until)
    return `${product} has had no security updates since ${last}`;
  return `${product} has had no security updates since ${extended}, and none without paying since ${until}`;
}

function lastingClause(standing: Supported): string {
  const { product, state, until } = standing;
  const last = lastDay(standing);
  if (last === null) return `${product} is supported`;
  if (!isFree(standing)) return `${product} is supported until ${last}`;
  return state === 'extended_support_only'
    ? `${product} gets ${updatesOf(standing)} until ${last}`
    : `${product} is supported until ${until}, then by free long-term support until ${last}`;
}

const updatesOf = (standing: Supported): string =>
  isFree(standing) ? 'security updates of free long-term support' : 'security updates';

const endDay = ({ extended_until: extended }: Supported): string => (extended === null ? '' : ` and ends ${extended}`);

/** The means to keep a product supported longer where its maker sells that. */
export const boughtInstead = ({ until, extended_until: extended, releases }: Supported): string[] =>
  extended === null || until === null || extended <= until || isExtendedFree(releases)
    ? []
    : ['Extended support is bought: then rehost.'];
