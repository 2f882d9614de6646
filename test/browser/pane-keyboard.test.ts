import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pagePerTest } from './page-per-test.ts';
import { CONTINUE, chooseFile, connect, csvFile } from './pane-steps.ts';

const pane = pagePerTest();

const csv = 'Hostname,Serial Number,Environment,Qwertz\nsrv-1,CZ1001XK,Production,x\nsrv-2,CZ1002XK,Test,y\n';
const file = csvFile('hosts.csv', csv);

/** Waits until the element with the focus has this name or text. */
async function focusIsAt(page: Page, words: string | RegExp): Promise<void> {
  await page.waitForFunction(
    ([source, flags]) => {
      const { activeElement: focused, body } = document;
      if (focused === null || focused === body) return false;
      return new RegExp(source ?? '', flags).test(focused.getAttribute('aria-label') ?? focused.textContent ?? '');
    },
    typeof words === 'string' ? [`^${words}`, ''] : [words.source, words.flags],
  );
}

/** Waits until the button can be pressed, as a key does nothing before: the sheet may still be being read. */
async function press(page: Page, button: string | RegExp): Promise<void> {
  const found = page.getByRole('button', { name: button, disabled: false });
  await found.focus();
  await found.press('Enter');
}

test('readers go on from the name of each step, from the first to the last', async () => {
  const { page } = pane;
  await page.goto(`${pane.service.origin}/taskpane.html`);
  await page.getByLabel('API key').waitFor();
  await connect(page, pane.service, 'steps');
  await focusIsAt(page, 'Step 1 of 4: Sheet');
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Import' }).waitFor();
  await focusIsAt(page, 'Step 1 of 4: Sheet');
  await press(page, 'Import');
  await focusIsAt(page, 'Step 2 of 4: Mapping');
  await press(page, /^Approve \d+ ready$/);
  await page.getByRole('button', { name: CONTINUE }).waitFor();
  await focusIsAt(page, 'What happens next');
  await page.keyboard.press('Tab');
  const box = page.getByLabel('Show the changes before they are written');
  await page.waitForFunction((one) => one?.matches(':focus'), await box.elementHandle());
  await press(page, CONTINUE);
  await focusIsAt(page, /Step [34] of 4/);
  await page.getByRole('heading', { name: 'Import completed' }).waitFor({ timeout: 60_000 });
  await focusIsAt(page, 'Step 4 of 4: Results');
  await press(page, 'Progress');
  await focusIsAt(page, 'Step 3 of 4: Progress');
  await press(page, 'Mapping');
  await focusIsAt(page, 'Step 2 of 4: Mapping');
  await press(page, /change client or engagement/);
  await focusIsAt(page, 'Connect');
});

test('the focus stays near a control that goes, and is given back by dialogs and menus', async () => {
  const { page } = pane;
  await connect(page, pane.service, 'near');
  await chooseFile(page, file);
  await press(page, 'Import');
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  await press(page, /more important fields?$/);
  await page.getByRole('button', { name: /more important fields?$/ }).waitFor({ state: 'detached' });
  await focusIsAt(page, 'Step 2 of 4: Mapping');
  await press(page, 'Menu');
  await page.getByRole('menuitem', { name: 'Delete this import…' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await focusIsAt(page, 'Keep it');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await focusIsAt(page, 'Menu');
});

test('the keys of the mapping list are said to whoever comes to it, and move, approve, leave out and undo', async () => {
  const { page } = pane;
  await connect(page, pane.service, 'keys');
  await chooseFile(page, file);
  await press(page, 'Import');
  const list = page.getByRole('grid', { name: 'Field mappings' });
  await list.waitFor();
  const described = await list.evaluate((one) => document.getElementById(one.getAttribute('aria-describedby') ?? ''));
  expect(described).not.toBeNull();
  await page.getByText(/^Keys in the list: ↑ and ↓ move, Enter approves/).waitFor();
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await focusIsAt(page, 'Hostname');
  await page.keyboard.press('Backspace');
  await list.getByText('Left out by').waitFor();
  await page.keyboard.press('u');
  await list.getByText('Left out by').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await list.getByText('Approved by').waitFor();
  await focusIsAt(page, 'Hostname');
});
