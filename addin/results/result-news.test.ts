import { expect, test } from '@jest/globals';
import { resultNews } from './result-news.ts';

test.each([
  [{ created: 62, updated: 0, unchanged: 0, conflicts: 2 }, 'Import completed. 62 created, 2 conflicts.'],
  [
    { created: 1_200, updated: 1, unchanged: 3, conflicts: 1 },
    'Import completed. 1,200 created, 1 updated, 3 unchanged, 1 conflict.',
  ],
  [{ created: 0, updated: 0, unchanged: 0, conflicts: 0 }, 'Import completed.'],
  [null, 'Import completed.'],
])('the end of an import is told with what there is to count', (counts, words) => {
  expect(resultNews(counts)).toBe(words);
});
