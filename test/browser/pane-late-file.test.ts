import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousViolations } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, csvFile } from './pane-steps.ts';

const pane = pagePerTest();

const csv = (name: string) => csvFile(name, 'Hostname,IP\nsrv-1,10.0.0.1\n');

/** Connects; reading the file `slow.csv` waits until it is let go. */
async function openSlowly(client: string): Promise<Page> {
  const { page } = pane;
  await page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    Object.assign(window, { letGo: () => waiting.splice(0).forEach((go) => go()) });
    window.Worker = class extends Worker {
      override postMessage(message: unknown): void {
        const go = (): void => super.postMessage(message);
        if (message instanceof File && message.name === 'slow.csv') waiting.push(go);
        else go();
      }
    };
  });
  await connect(page, pane.service, client);
  return page;
}

/** Lets the slow file be read, and whatever follows from that happen. */
async function letGo(page: Page): Promise<void> {
  const read = page.waitForEvent('worker', { timeout: 1_000 }).catch(() => undefined);
  await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  // A plain wait: nothing tells that a file was read and not shown.
  await read;
}

test('a file that is read late does not take the place of the one chosen after it', async () => {
  const page = await openSlowly('late');
  await chooseFile(page, csv('slow.csv'));
  await page.getByText('Reading slow.csv').waitFor();
  await page.locator('input[type=file]').setInputFiles(csv('quick.csv'));
  await page.getByLabel('Read from quick.csv').waitFor();
  await letGo(page);
  expect(await page.getByLabel('Read from quick.csv').count()).toBe(1);
});

test('a file that takes long can be cancelled, and what was there before is there again', async () => {
  await pane.page.clock.install();
  const page = await openSlowly('patient');
  await chooseFile(page, csv('slow.csv'));
  await page.getByText('Reading slow.csv').waitFor();
  const long = page.getByText('This takes longer than most files do.');
  expect(await long.count()).toBe(0);
  await page.clock.fastForward(16_000);
  await page.clock.fastForward(1_000);
  await long.waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Reading slow.csv').waitFor({ state: 'detached' });
  await page.getByRole('status').getByText('Reading was stopped').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Choose a file');
  await chooseFile(page, csv('quick.csv'));
  await page.getByLabel('Read from quick.csv').waitFor();
  await page.locator('input[type=file]').setInputFiles(csv('slow.csv'));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Choose another file' }).waitFor();
  await letGo(page);
  expect(await page.getByLabel('Read from quick.csv').count()).toBe(1);
});

test('nothing is imported while another file is read', async () => {
  const page = await openSlowly('while-read');
  await chooseFile(page, csv('quick.csv'));
  const importing = page.getByRole('button', { name: 'Import', exact: true });
  await page.getByText('1 row · 2 columns').first().waitFor();
  expect(await importing.isEnabled()).toBe(true);
  await page.locator('input[type=file]').setInputFiles(csv('slow.csv'));
  await page.getByText('Reading slow.csv').waitFor();
  expect(await importing.isEnabled()).toBe(false);
  await letGo(page);
  await page.getByLabel('Read from slow.csv').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true, disabled: false }).waitFor();
});

test('a file dropped while another one is read, or beside where files are taken, does nothing', async () => {
  const page = await openSlowly('beside');
  await chooseFile(page, csv('slow.csv'));
  await page.getByText('Reading slow.csv').waitFor();
  const files = await page.evaluateHandle(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['Name,IP\na,1\n'], 'dropped.csv'));
    return dropped;
  });
  await page.getByRole('region', { name: 'Choose a file' }).dispatchEvent('drop', { dataTransfer: files });
  expect(await page.getByText('Reading slow.csv').count()).toBe(1);
  const areRefused = await page.evaluate(
    (dataTransfer) =>
      ['dragover', 'drop'].map(
        (type) => !document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })),
      ),
    files,
  );
  expect(areRefused).toEqual([true, true]);
});
