// Written by `npm run fit:mapping`; not by hand.
import type { Weights } from './mapping-model.ts';

/** The day the weights were learned. */
export const WEIGHTS_VERSION = '2026-11-23';

/** Learned from 2293 labelled columns of 56 families of systems; in log-odds. */
export const weights: Weights = {
  field: {
    name: 10.492,
    alias: 9.557,
    weak_alias: 6.845,
    core: 8.065,
    words_of_alias: 6.092,
    words_of_header: 2.25,
    head_word: 0.413,
    redirected: -3.02,
    unknown_words: -1.634,
    bare_word: -0.778,
    bare_alias: 0.845,
    spelling: 8.779,
    values_for: 1.937,
    values_against: -6.345,
    values_alone: 5.792,
    neighbours: 2.705,
    unit_fits: 0.863,
    unit_clashes: -2.829,
    claimed: -0.855,
  },
  noField: { bias: 5.478, other_thing: 4.432, other_core: 1.572, other_words: 3.81, unknown_header: 0.327 },
  calibration: { slope: 1.278, offset: 0.125 },
};
