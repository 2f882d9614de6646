import PlainEnvironment from './plain-environment.mjs';

/** Where a failing browser test shows its page before that is closed (see `openPage`). */
// oxlint-disable-next-line import/no-default-export -- jest takes the default export.
export default class TellingEnvironment extends PlainEnvironment {
  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure') await this.global.tellOpenPage?.(event.test.name);
  }
}
