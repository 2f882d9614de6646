/** Choices in the address beside a day, up to which support ends. */
export const ENDED = 'ended';
export const WITHIN_A_YEAR = '12m';
/** A day is still to be chosen. */
export const BY_A_DAY = 'by';

/** What of support is asked for; both days count. */
interface SupportEndDays {
  support_ends_from?: string;
  support_ends_by?: string;
}

/** The days the API is asked for; none where the address says none. */
export function supportEndDays(ends: string | null, today: Date): SupportEndDays {
  if (ends === ENDED) return { support_ends_by: isoDay(later(today, { days: -1 })) };
  if (ends === WITHIN_A_YEAR)
    return { support_ends_from: isoDay(today), support_ends_by: isoDay(later(today, { months: 12 })) };
  return isDay(ends) ? { support_ends_by: ends } : {};
}

export function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}

function later(date: Date, { days = 0, months = 0 }: { days?: number; months?: number }): Date {
  return new Date(date.getFullYear(), date.getMonth() + months, date.getDate() + days);
}

/** The day as the calendar on the wall says it. */
function isoDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
