import type { SupportState } from '#shared/statuses.ts';
import { DAY_MS } from '#shared/day.ts';
import type { LifecycleRow } from './lifecycle-row.ts';
import type { ReleaseMatch } from './release-index.ts';

type SeveralRows = Extract<ReleaseMatch, { named?: readonly string[] }>;

/** How long before its end support counts as ending soon, days. */
export const ENDS_SOON_DAYS = 365;

interface SupportVerdict {
  state: SupportState;
  /** The last day of security updates everybody gets; the latest of several rows that agree. */
  until: string | null;
  /** The last day of updates of extended support; null where not every row has one. */
  extendedUntil: string | null;
  /** The reason, in words; the missing facts where nothing can be said. */
  reason: string;
  missing: string | null;
}

const isoDay = (at: Date): string => at.toISOString().slice(0, 10);

/**
 * The verdict of the rows at a day (ISO 8601): theirs when every row says the same, else none. A row without a date
 * says nothing.
 */
export function verdictOf(match: ReleaseMatch, at: Date): SupportVerdict {
  const nothing = { until: null, extendedUntil: null };
  if (match.how === 'none') return { state: 'no_data', ...nothing, reason: match.note, missing: null };
  if (match.how === 'unsaid')
    return { state: 'not_enough_data', ...nothing, reason: match.note, missing: match.missing };
  const states = new Set(match.rows.map((row) => stateOf(row, at)));
  const state = onlyOf(states);
  if (state === undefined) return { state: 'not_enough_data', ...nothing, ...undecided(match, at) };
  if (state === 'no_data') return { state, ...nothing, reason: undatedReason(match.rows), missing: null };
  const until = latest(match.rows.map((row) => row.security_until));
  const extended = match.rows.map((row) => row.extended_until);
  const extendedUntil = extended.includes(null) || states.size > 1 ? null : earliest(extended);
  const reason = states.size > 1 ? soldForSome(match.rows, at) : (match.note ?? '');
  return { state, until, extendedUntil, reason, missing: null };
}

/** The one thing all rows say; that security updates have ended is said even where support can be bought for some only. */
function onlyOf(states: ReadonlySet<SupportState>): SupportState | undefined {
  const [state] = states;
  const isEnded = [...states].every((one) => one === 'end_of_life' || one === 'extended_support_only');
  return states.size > 1 && isEnded ? 'extended_support_only' : states.size === 1 ? state : undefined;
}

/** A day counts as supported to its end. */
function stateOf(row: LifecycleRow, at: Date): SupportState {
  const day = isoDay(at);
  if (row.extended_until !== null && row.extended_until < day && row.security_until === null) return 'end_of_life';
  if (row.security_until === null) return 'no_data';
  if (row.security_until < day)
    return row.extended_until !== null && row.extended_until >= day ? 'extended_support_only' : 'end_of_life';
  const soon = isoDay(new Date(at.getTime() + ENDS_SOON_DAYS * DAY_MS));
  return row.security_until <= soon ? 'ends_soon' : 'supported';
}

function undecided({ named, rows }: SeveralRows, at: Date): { reason: string; missing: string } {
  if (named === undefined) return { reason: severalSay(rows, at), missing: missingIn(rows) };
  const listed = `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
  return {
    reason: `Several releases are named: ${listed}. ${severalSay(rows, at)}`,
    missing: `which of ${listed} it is`,
  };
}

function severalSay(rows: readonly LifecycleRow[], at: Date): string {
  const listed = rows
    .slice(0, 4)
    .map(
      (row) =>
        `${row.version}${row.family === 'java' && !row.version.includes('(') ? ' (Oracle)' : ''} ${said(row, at)}`,
    );
  const more = rows.length > listed.length ? `, and ${rows.length - listed.length} more` : '';
  return `Several releases fit and differ: ${listed.join(', ')}${more}.`;
}

function soldForSome(rows: readonly LifecycleRow[], at: Date): string {
  const sold = rows.filter((row) => stateOf(row, at) === 'extended_support_only').map(({ version }) => version);
  return `Security updates have ended for every release that fits; extended support is known for ${sold.slice(0, 4).join(', ')}.`;
}

function said(row: LifecycleRow, at: Date): string {
  if (row.security_until === null) return 'has no date';
  return `${row.security_until < isoDay(at) ? 'ended' : 'ends'} ${row.security_until}`;
}

/** The words of sources on releases without a date, and how those read. */
const UNDATED: readonly (readonly [RegExp, (asOf: string) => string])[] = [
  [/supported at snapshot/, (asOf) => `No end of support is announced; it was supported on ${asOf}.`],
  [/support ended, date not given/, () => 'Its support has ended, but no source says when.'],
  [/^OS component/, () => 'It is part of the operating system, and supported as long as that is.'],
  [/standard support at least until 2030/, () => 'No end of support is announced; support lasts at least until 2030.'],
];

function undatedReason(rows: readonly LifecycleRow[]): string {
  const reasons = rows.map(({ note, as_of: asOf }) => {
    const known = UNDATED.find(([pattern]) => pattern.test(note ?? ''));
    return known === undefined ? 'No end of support is known.' : known[1](asOf);
  });
  const [reason = ''] = reasons;
  return reasons.every((one) => one === reason) ? reason : 'No end of support is known.';
}

/** The facts that would tell the rows apart. */
function missingIn(rows: readonly LifecycleRow[]): string {
  const versions = rows.map((row) => row.version);
  if (rows[0]?.family === 'java') return 'vendor of the Java runtime';
  if (rows[0]?.family === 'iis') return 'Windows release it runs on';
  if (versions.some((version) => / TL\d/.test(version))) return 'technology level';
  if (versions.some((version) => / (?:LTSC|Home\/Pro|Enterprise\/Education)/.test(version)))
    return 'release and edition';
  if (versions.some((version) => / (?:SP\d|SPS\d|GA$|RTM$)/.test(version))) return 'service pack';
  return 'exact release';
}

const dated = (days: readonly (string | null)[]): string[] => days.filter((day) => day !== null).sort();
const latest = (days: readonly (string | null)[]): string | null => dated(days).at(-1) ?? null;
const earliest = (days: readonly (string | null)[]): string | null => dated(days)[0] ?? null;
