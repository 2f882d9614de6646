import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPage, type TestPage } from '../harness/browser.ts';
import { startTestService, type TestService } from '../harness/service-harness.ts';

interface PagePerTest {
  readonly service: TestService;
  readonly page: Page;
  /** What went wrong on the page so far; what a test provokes and then takes out is not held against it. */
  readonly complaints: string[];
}

/**
 * One service for the tests of a file, and a pane of its own for each of them, which must end without complaints.
 *
 * @param expected  complaints that the tests bring about themselves
 */
export function pagePerTest(expected?: RegExp): PagePerTest {
  let service: TestService | undefined;
  let view: TestPage | undefined;
  beforeAll(async () => {
    service = await startTestService();
  });
  beforeEach(async () => {
    view = await openPage();
  });
  afterEach(async () => {
    const complaints = view?.complaints ?? [];
    await view?.close();
    view = undefined;
    expect(complaints.filter((complaint) => !expected?.test(complaint))).toEqual([]);
  });
  afterAll(() => service?.stop());
  const started = <One>(one: One | undefined): One => {
    if (one === undefined) throw new Error('There is a service and a page within a test only.');
    return one;
  };
  return {
    get service() {
      return started(service);
    },
    get page() {
      return started(view).page;
    },
    get complaints() {
      return started(view).complaints;
    },
  };
}
