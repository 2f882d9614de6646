const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** `app2` before `app10`, `Web` beside `web`. */
export const naturally = (one: string, other: string): number => collator.compare(one, other);

/** Items of a list that is read as a whole, so that it can be put in order: most are not longer. */
export const WHOLE_LIST = 200;
