import type { Finding } from '#shared/schemas/flow.schema.ts';

/** Agents that look at what the sheet says; the others look at the assets that came of it. */
const OF_SHEET: ReadonlySet<string> = new Set(['data-validation', 'field-mapping', 'data-cleansing']);

const TITLES = { sheet: 'In the sheet', assets: 'About the assets' } as const;
export type GroupName = keyof typeof TITLES;

/** A line of the list that heads others: of a group, or of its notes, which are listed only when they are unfolded. */
export interface FindingHead {
  head: GroupName;
  /** Of a group; null for its notes. */
  title: string | null;
  count: number;
}

export type FindingLine = Finding | FindingHead;

export function isHead(line: FindingLine): line is FindingHead {
  return 'head' in line;
}

/**
 * The findings under two headings, the notes of each behind a line of their own.
 *
 * @param findings all of the flow, in order
 * @param unfolded groups whose notes are listed
 */
export function groupFindings(findings: readonly Finding[], unfolded: ReadonlySet<GroupName>): FindingLine[] {
  return (Object.keys(TITLES) as GroupName[]).flatMap((head) => {
    const own = findings.filter(({ agent }) => OF_SHEET.has(agent) === (head === 'sheet'));
    const notes = own.filter(({ severity }) => severity === 'info');
    if (own.length === 0) return [];
    return [
      { head, title: TITLES[head], count: own.length },
      ...own.filter(({ severity }) => severity !== 'info'),
      ...(notes.length > 0 ? [{ head, title: null, count: notes.length }] : []),
      ...(unfolded.has(head) ? notes : []),
    ];
  });
}
