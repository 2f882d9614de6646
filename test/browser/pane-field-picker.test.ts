import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { eventually } from './eventually.ts';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, chooseFile, connect, csvFile, importFile, importSheet } from './pane-steps.ts';

const pane = pagePerTest({ width: 320 });

const openMappings = (client: string, lines: readonly string[]): Promise<Page> =>
  importFile(pane, client, csvFile('list.csv', lines.join('\n')));

const picker = (page: Page, column: string) => page.getByRole('combobox', { name: `Target field of ${column}` });
const row = (page: Page, column: string) => page.getByRole('row', { name: column, exact: true });
/** Waits until the option that Enter would take says this. */
const activeIs = (page: Page, words: RegExp) =>
  page.getByRole('listbox').locator('[data-activedescendant]').filter({ hasText: words }).waitFor();
const shows = (page: Page, column: string, value: string) =>
  eventually(async () => expect(await picker(page, column).inputValue()).toBe(value));

const servers = ['Hostname,RAM,Qwertz', 'srv-1,16384,x', 'srv-2,8192,y'];

test('a field is chosen by what it means, with what the engine considers first', async () => {
  const page = await openMappings('meaning', servers);
  await page.getByRole('button', { name: 'Change RAM' }).click();
  await picker(page, 'RAM').click();
  const options = page.getByRole('listbox').getByRole('option');
  await eventually(async () =>
    expect(await options.first().innerText()).toMatch(/^Memory GB\s+High \.\d\d\s+Total installed memory/),
  );
  await page.getByRole('option', { name: /^Hostname .*Used for Hostname$/ }).waitFor({ state: 'attached' });
  await shoot(page, 'pane-picker');
  expect(await seriousViolations(page)).toEqual([]);
  await picker(page, 'RAM').pressSequentially('gl account');
  await page.waitForFunction(() => document.querySelectorAll('[role=listbox] [role=option]').length === 3);
  expect(await options.allInnerTexts()).toEqual([
    expect.stringMatching(/^Cost center\s+Cost center, GL account/),
    expect.stringMatching(/^Left out/),
    expect.stringMatching(/^Add a field "gl account" for this client/),
  ]);
  await shoot(page, 'pane-picker-search');
  await activeIs(page, /^Cost center/);
  await page.keyboard.press('Enter');
  await row(page, 'RAM').getByText('Your choice').waitFor();
  await shows(page, 'RAM', 'Cost center');
  expect(await seriousViolations(page)).toEqual([]);
});

test('keys alone choose, give up and leave out, and nothing found chooses nothing', async () => {
  const page = await openMappings('keys', servers);
  await page.getByRole('button', { name: 'Change RAM' }).press('Enter');
  await picker(page, 'RAM').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('no such field');
  await page.getByRole('option', { name: 'No field matches' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await shows(page, 'RAM', 'Memory GB');
  expect(await row(page, 'RAM').innerText()).toContain('→ Memory GB');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('whatever');
  await page.keyboard.press('End');
  await activeIs(page, /^Add a field ".*whatever"/);
  await page.keyboard.press('ArrowUp');
  await activeIs(page, /^Left out/);
  await page.keyboard.press('Enter');
  await row(page, 'RAM').getByText('Left out by').waitFor();
  await shows(page, 'RAM', 'Left out');
  await page.getByRole('button', { name: 'Undo the decision on RAM' }).click();
  await row(page, 'RAM').getByText('→ Memory GB').waitFor();
});

test('the one button stays at the end of the footer, beside what it does, however narrow the pane', async () => {
  const page = await openMappings('footer', servers);
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  const button = page.getByRole('button', { name: CONTINUE });
  await button.waitFor();
  const edges = await button.evaluate((one) => {
    const [inner, outer, said] = [one, one.closest('footer'), one.previousElementSibling].map((element) =>
      element?.getBoundingClientRect(),
    );
    return { left: (outer?.right ?? 0) - (inner?.right ?? 0), isBeside: (said?.bottom ?? 0) > (inner?.top ?? 0) };
  });
  expect(edges.left).toBeLessThan(20);
  expect(edges.isBeside).toBe(true);
});

test('hundreds of fields of a client, of any text, are shown as text and found at once', async () => {
  const hostile = '<img src=x onerror="document.title=1"> \u202etxet $& {{1}}';
  const longest = `${'Unbreakable'.repeat(20)} and what else can be said of it`;
  for (let index = 0; index < 300; index += 1)
    await fetchEndpoint(pane.service.as('hundreds'), endpoints.addTargetField, {
      body: {
        name: `own_${index}`,
        type: 'string',
        category: index % 3 === 0 ? hostile.slice(0, 40) : 'own',
        definition: index % 2 === 0 ? hostile : longest,
        aliases: index === 299 ? [`Kostenstelle ${hostile}`] : [],
      },
    });
  const page = await openMappings('hundreds', servers);
  await page.getByRole('button', { name: 'Change Qwertz' }).click();
  await picker(page, 'Qwertz').click();
  const options = page.getByRole('listbox').getByRole('option');
  await options.first().waitFor();
  expect(await options.count()).toBeLessThan(30);
  const { length: all } = (await fetchEndpoint(pane.service.as('hundreds'), endpoints.listTargetFields)).items;
  await page.getByRole('option', { name: /^Left out/ }).waitFor({ state: 'attached' });
  const sizes = await options.evaluateAll((found) => found.map((one) => Number(one.getAttribute('aria-setsize'))));
  expect(new Set(sizes)).toEqual(new Set([all + 2]));
  for (const more of [21, 41]) {
    for (const key of ['PageDown', 'PageDown']) await page.keyboard.press(key);
    await page.waitForFunction(
      (before) => document.querySelectorAll('[role=listbox] [role=option]').length > before,
      more,
    );
  }
  await page.keyboard.press('End');
  await activeIs(page, /^Add a field for this client/);
  await page.keyboard.press('ArrowUp');
  await activeIs(page, /^Own 98/);
  expect(await options.evaluateAll((found) => found.map((one) => Number(one.getAttribute('aria-posinset'))))).toEqual(
    Array.from({ length: all + 2 }, (_, index) => index + 1),
  );
  await picker(page, 'Qwertz').pressSequentially('kostenstelle');
  await page
    .getByRole('option', { name: /^Own 299/ })
    .getByText('Also called')
    .waitFor();
  await shoot(page, 'pane-picker-hostile');
  expect(await page.getByRole('listbox').locator('img').count()).toBe(0);
  const overflow = await page.evaluate(() =>
    [...document.querySelectorAll('[role=listbox], main')].map((one) => one.scrollWidth - one.clientWidth),
  );
  expect(Math.max(...overflow)).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);
});

test('a wide sheet with blank and doubled headers keeps its columns apart, and quick keys decide on each', async () => {
  const known = ['Name', '', 'IP', 'IP', 'Owner', 'Environment', 'Operating System', 'RAM (MB)', 'Qwertz'];
  const headers = [...known, ...Array.from({ length: 51 }, (_, index) => `Custom attribute ${index + 1}`)];
  const rows = ['srv1,x,10.0.0.1,10.0.1.1,Ann,PROD,Windows', 'srv2,y,10.0.0.2,10.0.1.2,Bob,Wonderland,Linux'];
  const { page } = pane;
  await connect(page, pane.service, 'wide');
  const lines = [headers.join(','), ...rows.map((line) => line + ',16384'.padEnd(60, ',v'))];
  await chooseFile(page, csvFile('wide.csv', lines.join('\n')));
  await page.getByText('2 rows · 60 columns · header in row 1').waitFor();
  await page.getByText('Doubled headers: 1 column told apart by a number, as IP (2).').waitFor();
  await page.getByText('1 column has no header and is called by its position: Column 2.').waitFor();
  const heads = page.getByRole('region', { name: 'First rows' }).getByRole('columnheader');
  await heads.filter({ hasText: 'IP (2)' }).waitFor();
  await heads.filter({ hasText: 'Column 2' }).waitFor();
  await shoot(page, 'pane-sheet-doubled');
  expect(await seriousViolations(page)).toEqual([]);
  await importSheet(page);
  await row(page, 'IP (2)').waitFor();
  await row(page, 'Column 2').waitFor();
  await shoot(page, 'pane-mapping-wide');
  await page.getByRole('button', { name: 'Change Environment' }).click();
  await page.getByLabel('Meaning of Wonderland').focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(
    () => (document.activeElement as HTMLSelectElement | null)?.selectedOptions[0]?.text === 'Leave it empty',
  );
  await row(page, 'Environment').getByText('Say what').waitFor({ state: 'detached' });

  await page.route('**/field-mappings', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await row(page, 'Name').focus();
  for (const key of ['Enter', 'ArrowDown', 'Delete', 'ArrowDown', 'Enter', 'ArrowDown']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Approve IP (2)' }).press('Enter');
  await page.getByRole('button', { name: 'Undo the decision on IP (2)' }).waitFor();
  await page.waitForFunction((one) => one === document.activeElement, await row(page, 'IP (2)').elementHandle());
  await row(page, 'IP').getByText('Approved by').waitFor();
  await row(page, 'Name').getByText('Approved by').waitFor();
  await row(page, 'Column 2').getByText('Left out by').waitFor();
  expect(await page.getByText('Somebody else changed these mappings').count()).toBe(0);
  await row(page, 'Qwertz').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Change Qwertz' }).click();
  await shoot(page, 'pane-mapping-wide-open');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picker(page, 'Qwertz').click();
  await shoot(page, 'pane-picker-dark');
  expect(await seriousViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await page.keyboard.press('ArrowDown');
  await shoot(page, 'pane-picker-high-contrast');
});

test('Tab leaves the list of fields without choosing one', async () => {
  const page = await openMappings('tab', servers);
  await page.getByRole('button', { name: 'Change RAM' }).click();
  await picker(page, 'RAM').click();
  await activeIs(page, /Memory GB/);
  await picker(page, 'RAM').press('Tab');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  const [flow] = (await fetchEndpoint(pane.service.as('tab'), endpoints.listFlows)).items;
  const params = { data_import_id: flow?.data_import_id ?? '' };
  const { items } = await fetchEndpoint(pane.service.as('tab'), endpoints.listFieldMappings, { params });
  expect(items.map(({ status }) => status)).toEqual(['suggested', 'suggested', 'suggested']);
});
