// Written by `npm run fit:mapping`; not by hand.
import type { Weights } from './mapping-model.ts';

/** The day the weights were learned. */
export const WEIGHTS_VERSION = '2026-11-23';

/** Learned from 2624 labelled columns of 69 families of systems; in log-odds. */
export const weights: Weights = {
  field: {
    name: 10.491,
    alias: 9.6,
    weak_alias: 6.686,
    core: 5.626,
    core_share: 4.248,
    words_of_alias: 6.027,
    words_of_header: 2.147,
    head_word: 0.501,
    redirected: -2.645,
    unknown_words: -1.577,
    bare_word: -0.768,
    bare_alias: 1.006,
    spelling: 8.89,
    values_for: 1.899,
    values_against: -6.209,
    values_alone: 5.667,
    neighbours: 2.665,
    unit_fits: 1.133,
    unit_clashes: -2.822,
    claimed: -0.827,
  },
  noField: { bias: 5.512, other_thing: 4.424, other_core: 1.629, other_words: 3.764, unknown_header: 0.36 },
  calibration: { slope: 1.283, offset: 0.133 },
};
