import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aborted } from '../harness/aborted.ts';
import { seriousViolations } from '../harness/browser.ts';
import { disturbedAgents } from '../harness/disturbed-agent.ts';
import { signIn } from './sign-in.ts';
import { storeImport } from '../harness/store-import.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';

/** How many rows data validation has done when it halts. */
let rowsDone = 0;
const dashboard = pagePerTest({
  ...DESKTOP,
  service: {
    agentFor: disturbedAgents('data_validation', async (_input, context) => {
      if (rowsDone > 0) context.reportProgress(rowsDone);
      await aborted(context.signal);
    }),
  },
});

const lane = (page: Page) =>
  page.getByRole('list', { name: 'Phases' }).getByRole('listitem').filter({ hasText: 'Data validation' });

test('a running phase says its rows, rate and time left, on its page and in the list', async () => {
  rowsDone = 1;
  const { page } = dashboard;
  await storeImport(dashboard.service.as('paced'));
  await signIn(dashboard.service, page, '?client=paced');
  const left = page.getByRole('row').getByText(/ left$|^nearly done$/);
  await left.waitFor();
  expect(await left.getAttribute('title')).toMatch(/^1 of \d+ rows · \d+ rows\/s · /);
  await page.getByRole('row').getByRole('link').click();
  await lane(page)
    .getByText(/ · 1 of \d+ rows · \d+ rows\/s · /)
    .waitFor();
  expect(await seriousViolations(page)).toEqual([]);
});

test('a phase that has done no row yet says nothing of rows', async () => {
  rowsDone = 0;
  const { page } = dashboard;
  await storeImport(dashboard.service.as('unpaced'));
  await signIn(dashboard.service, page, '?client=unpaced');
  await page.getByRole('row').getByRole('link').click();
  await lane(page).getByText('Running').waitFor();
  await lane(page)
    .getByText(/^[1-9]\d* s$|^\d\.\d s$/)
    .waitFor();
  expect(await lane(page).textContent()).not.toMatch(/rows/);
});
