import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { storeImport } from '../harness/store-import.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, csvFile, importSheet, reviewMappings } from './pane-steps.ts';
import { signIn } from './sign-in.ts';

/** A sign in somebody's text that writes all behind it from right to left turns round no words of ours. */
const env = pagePerTest();

const TURNED = '\u202egnp';
const METADATA = { size: 1, type: 'text/csv', sheet_name: 'Servers', range: 'A1:B3', header_row: 1 } as const;

/** Whether the words stand in sight, at each place from left to right. */
async function runsForward(page: Page, words: string): Promise<boolean> {
  return page.evaluate((sought) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const leftOf = (text: Node, at: number): number => {
      const letter = document.createRange();
      letter.setStart(text, at);
      letter.setEnd(text, at + 1);
      return letter.getBoundingClientRect().left;
    };
    const forward: boolean[] = [];
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const at = text.textContent?.indexOf(sought) ?? -1;
      const isSeen = text.parentElement?.checkVisibility() === true && leftOf(text, Math.max(0, at)) > 0;
      if (at >= 0 && isSeen) forward.push(leftOf(text, at) < leftOf(text, at + 2));
    }
    return forward.length > 0 && forward.every(Boolean);
  }, words);
}

test('in the pane: of headers, samples, readings, findings and file names', async () => {
  const { page, service } = env;
  const rows = [1, 2, 3].map((at) => `srv-${at},Prod${TURNED},Ann Archer${TURNED}`);
  const text = ['Hostname,Environment,Owner' + TURNED, ...rows, 'srv-4,Production,Bob'].join('\n');
  await connect(page, service, 'direction');
  await chooseFile(page, csvFile(`list${TURNED}.csv`, text));
  await importSheet(page);
  const card = page.getByRole('row', { name: `Owner${TURNED}`, exact: true });
  await card.getByText('Business owner').waitFor();
  const inCards = ['Business owner', 'Production', 'Bob'];
  expect(await Promise.all(inCards.map((words) => runsForward(page, words)))).toEqual(inCards.map(() => true));
  await reviewMappings(page);
  await page.getByText('hold characters that cannot be seen').first().waitFor();
  expect(await runsForward(page, 'hold characters that cannot be seen')).toBe(true);
});

test('on the dashboard: of the page of a flow', async () => {
  const page = await env.openAnew(DESKTOP);
  const { flow_id } = await storeImport(env.service.as('turned', 'main'), {
    metadata: { ...METADATA, filename: `list${TURNED}.csv`, date_system: '1900' },
  });
  await signIn(env.service, page, `?page=flows&flow=${flow_id}&flow_client=turned&flow_engagement=main`);
  await page.getByRole('heading', { level: 1, name: /Servers/ }).waitFor();
  expect(await runsForward(page, 'Servers')).toBe(true);
});
