import { expect, test } from '@jest/globals';
import { coverageWords } from './summary-words.ts';

test('says how far the assessment goes, and nothing of what counts nothing', () => {
  expect(coverageWords({ assets: 1_321, by_treatment_state: {}, operating_systems: {} })).toBe('1,321 assets.');
  expect(
    coverageWords({ assets: 1, by_treatment_state: { not_enough_data: 0 }, operating_systems: { not_said: 1 } }),
  ).toBe('1 asset. Operating system missing for 1.');
  expect(
    coverageWords({
      assets: 30,
      by_treatment_state: { not_enough_data: 2, not_applicable: 4 },
      operating_systems: { not_enough_data: 3, no_data: 1, not_said: 0 },
    }),
  ).toBe(
    '30 assets; no treatment for 2 for want of data; none applies to 4. Operating system unclear for 3, without a known date for 1.',
  );
});
