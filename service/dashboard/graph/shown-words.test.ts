import { expect, test } from '@jest/globals';
import { shownWords } from './shown-words.ts';

const names = (count: number, isComplete = true) => ({ count, is_complete: isComplete, listed: [] });
const summary = { assets: 1_288, groups: names(12), unresolved: names(40), ambiguous: names(0) };

test('a picture of a part says how much it shows, and how to see others', () => {
  expect(shownWords({ shown: 200, summary, isAround: false })).toBe(
    '200 of 1,340 shown: what most others depend on, and the largest groups. Search for an asset, or choose one in the picture, to see what is around it.',
  );
  expect(shownWords({ shown: 200, summary: { ...summary, unresolved: names(40, false) }, isAround: false })).toMatch(
    /^200 of more than 1,340 shown: /,
  );
});

test('around an asset it says what to do to see fewer', () => {
  expect(shownWords({ shown: 150, summary, isAround: true })).toBe(
    '150 shown, and there are more within this reach. Choose fewer steps, or start from another asset.',
  );
});
