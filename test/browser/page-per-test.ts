import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPage, type PageOptions, type TestPage } from '../harness/browser.ts';
import { startTestService, type TestService, type TestServiceOptions } from '../harness/service-harness.ts';

/** A window that people have the dashboard in; without it, pages are as narrow as a pane in Excel. */
export const DESKTOP = { width: 1280, height: 800 };

interface PagePerTestOptions extends PageOptions {
  /** Complaints that the tests bring about themselves. */
  expected?: RegExp;
  service?: TestServiceOptions;
  /** What is there before the first test. */
  before?(service: TestService): Promise<unknown>;
}

export interface PagePerTest {
  readonly service: TestService;
  readonly page: Page;
  /** Complaints that the running test brings about itself. */
  expected: RegExp | undefined;
  /** What went wrong on the page so far; what a test provokes and then takes out is not held against it. */
  readonly complaints: string[];
  /** Closes the page for another one, which knows nothing of it. */
  openAnew(options?: PageOptions): Promise<Page>;
}

/** One service for the tests of a file, and a page of its own for each of them, which must end without complaints. */
export function pagePerTest(options: PagePerTestOptions = {}): PagePerTest {
  let service: TestService | undefined;
  let view: TestPage | undefined;
  beforeAll(async () => {
    service = await startTestService(options.service);
    await options.before?.(service);
  });
  beforeEach(async () => {
    perTest.expected = options.expected;
    view = await openPage(options);
  });
  afterEach(async () => {
    const complaints = view?.complaints ?? [];
    await view?.close();
    view = undefined;
    expect(complaints.filter((complaint) => !perTest.expected?.test(complaint))).toEqual([]);
  });
  afterAll(() => service?.stop());
  const started = <One>(one: One | undefined): One => {
    if (one === undefined) throw new Error('There is a service and a page within a test only.');
    return one;
  };
  const perTest: PagePerTest = {
    expected: options.expected,
    get service() {
      return started(service);
    },
    get page() {
      return started(view).page;
    },
    get complaints() {
      return started(view).complaints;
    },
    async openAnew(others = {}) {
      await view?.close();
      view = await openPage({ ...options, ...others });
      return view.page;
    },
  };
  return perTest;
}
