import type { ConflictState } from '#shared/statuses.ts';

/** Of a list of conflicts that has none. */
export const nothingWords: Readonly<Record<ConflictState, { title: string; detail: string }>> = {
  open: { title: 'Nothing to decide', detail: 'No record of these imports waits for a decision.' },
  decided: { title: 'Nothing was decided yet', detail: 'What people decide on held records is kept here.' },
  asked_again: {
    title: 'Nothing is asked again',
    detail: 'What a newer file of the same sheet asks too is decided there, and kept here of the older file.',
  },
};
