import type { ProblemItem } from '#shared/api-error.ts';
import { PROBLEMS_LISTED_MAX } from '#shared/limits.ts';

/** Fields and messages may quote the request; so many characters tell which column is meant. */
const FIELD_MAX_CHARACTERS = 120;
const MESSAGE_MAX_CHARACTERS = 500;
const DETAIL_MAX_CHARACTERS = 1_000;
/** Of the JSON of all that are listed: a thousand usual ones take 200 kB. */
const LIST_MAX_BYTES = 512 * 1024;

/**
 * As many of the problems as one answer lists, each cut: a request of some kilobytes that has one long header and a
 * thousand short rows would otherwise be answered with hundreds of megabytes.
 */
export function boundedProblems(problems: readonly ProblemItem[]): ProblemItem[] {
  const listed: ProblemItem[] = [];
  let bytes = 0;
  for (const problem of problems.slice(0, PROBLEMS_LISTED_MAX)) {
    const cut = {
      ...problem,
      field: shortened(problem.field, FIELD_MAX_CHARACTERS),
      message: shortened(problem.message, MESSAGE_MAX_CHARACTERS),
    };
    bytes += Buffer.byteLength(JSON.stringify(cut));
    if (bytes > LIST_MAX_BYTES) break;
    listed.push(cut);
  }
  return listed;
}

export function boundedDetail(detail: string): string {
  return shortened(detail, DETAIL_MAX_CHARACTERS);
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text;
}
