import { expect, test } from '@jest/globals';
import { nextFrame, shoot } from '../harness/browser.ts';
import { eventually } from './eventually.ts';
import { pagePerTest } from './page-per-test.ts';
import {
  CONTINUE,
  chooseFile,
  connect,
  connectBound,
  csvFile,
  importFile,
  importSheet,
  reviewMappings,
} from './pane-steps.ts';

/** What somebody meets who has not seen the pane before. */
const pane = pagePerTest({ expected: /status of 401/ });

const csvOf = (text: string) => csvFile('estate.csv', text);
const servers = csvOf(
  [
    'Hostname,Serial Number,Operating System,Purchase Date,Wibble',
    'app-01,VM421001QQ,Windows Server 2019,03/04/2019,x',
    'app-02,VM421002QQ,RHEL 8.4,05/06/2020,y',
    'app-03,VM421003QQ,RHEL 8.4,07/08/2021,z',
  ].join('\n'),
);

const importServers = (client: string): Promise<unknown> => importFile(pane, client, servers);

test('finds its import again when its page is loaded anew in a browser, until another sheet is begun', async () => {
  const { page } = pane;
  await importServers('reload');
  await page.reload();
  await page.getByRole('grid', { name: 'Field mappings' }).waitFor();
  await reviewMappings(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Import completed' }).waitFor();
  await page.getByRole('button', { name: 'Import another sheet' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
});

test('reads one file at a time, and says so of several that are dropped', async () => {
  const { page } = pane;
  await connect(page, pane.service, 'several');
  const zone = page.getByRole('region', { name: 'Choose a file' });
  const dropped = await page.evaluateHandle(() => {
    const files = new DataTransfer();
    for (const name of ['one.csv', 'two.csv']) files.items.add(new File(['Name,IP\na,1\n'], name));
    return files;
  });
  await zone.dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText('These are 2 files, and each is an import of its own.').waitFor();
  await zone.getByRole('button', { name: 'Choose a file' }).waitFor();
});

test('asks for another file at once, and keeps the one that is shown until it is read', async () => {
  const { page } = pane;
  await connect(page, pane.service, 'another');
  await chooseFile(page, servers);
  await page.getByLabel('Read from estate.csv').waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose another file' }).click(),
  ]);
  await page.getByLabel('Read from estate.csv').waitFor();
  await chooser.setFiles({ ...servers, name: 'other.csv', buffer: Buffer.from('Hostname,Owner\na-1,Ana\n') });
  await page.getByLabel('Read from other.csv').waitFor();
  await page.getByText('1 row · 2 columns').first().waitFor();
});

test('calls ready what asks nothing, and a figure of the results lists what it counts', async () => {
  const { page } = pane;
  await importServers('ready');
  const shown = page.getByRole('group', { name: 'Show' });
  const rows = page.getByRole('grid', { name: 'Field mappings' }).getByRole('row');
  await shown.getByRole('button', { name: /^Review 1$/ }).click();
  await eventually(async () => expect(await rows.count()).toBe(1));
  await rows.getByText('Say whether day or month comes first.').waitFor();
  await reviewMappings(page);
  await page.getByRole('button', { name: '2 columns left out' }).click();
  await shown.getByRole('button', { name: 'Left out 2', pressed: true }).waitFor();
  await eventually(async () => expect(await rows.count()).toBe(2));
  await page.getByRole('button', { name: 'Results' }).click();
  await page.getByRole('button', { name: '3 columns mapped' }).click();
  await shown.getByRole('button', { name: 'Approved 3', pressed: true }).waitFor();
  // What is listed of this import is no choice of what is listed of the next.
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Start with another sheet' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('Step 2 of 4: Mapping').waitFor();
  await shown.getByRole('button', { name: 'Review 1', pressed: true }).waitFor();
});

test('says of a viewer’s key what it cannot do when it is entered, and beside what it cannot do', async () => {
  const { page } = pane;
  const { apiKey } = await pane.service.keyFor('viewer', 'looked-at', 'main');
  await page.goto(`${pane.service.origin}/taskpane.html`);
  await page.getByLabel('API key').fill(apiKey);
  await page.getByRole('combobox', { name: 'Client account' }).focus();
  await page.getByText('With this key you can look at imports').waitFor();
  // The box that had the focus became another one.
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === 'looked-at');
  await page.getByRole('button', { name: 'Connect' }).click();
  await chooseFile(page, servers);
  await page.getByText('Your key may look only.').waitFor();
  expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
});

test('shows a viewer an import under review as it is, without what it cannot do', async () => {
  const { page } = pane;
  await importServers('reviewed');
  const flow = await page.evaluate(() =>
    Object.entries(sessionStorage).find(([key]) => key.includes('cmdb-import.flow')),
  );
  const { apiKey } = await pane.service.keyFor('viewer', 'reviewed', 'main');
  await page.evaluate((kept) => sessionStorage.setItem('cmdb-import.connection', JSON.stringify(kept)), {
    apiKey,
    clientAccountId: 'reviewed',
    engagementId: 'main',
  });
  expect(flow).toBeDefined();
  await page.reload();
  await page.getByRole('contentinfo').getByText('Your key may look only.').waitFor();
  await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Ready 3' }).waitFor();
  expect(await page.getByRole('button', { name: /^(Approve|Leave out)/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Open the dashboard' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Delete this import…' }).count()).toBe(0);
});

test('goes from a revoked key straight to the form for another, and back from the choice of a client', async () => {
  const { page } = pane;
  await connectBound(page, pane.service, await pane.service.keyFor('analyst', 'revoked', 'main'));
  await page.getByRole('button', { name: 'revoked • main: change client or engagement' }).click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await chooseFile(page, servers);
  await page.route('**/data-import/**', (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer revoked' } }),
  );
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Enter another key' }).click();
  await page.getByRole('textbox', { name: 'API key' }).waitFor();
  const client = page.getByRole('textbox', { name: 'Client account' });
  await eventually(async () => expect(await client.inputValue()).toBe('revoked'));
  await page.route('**/session', (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer revoked' } }),
  );
  await page.reload();
  await page.getByText('This key was not accepted.').waitFor();
});

test('shows the assets it would create with their main values before they are written', async () => {
  const { page } = pane;
  await importServers('previewed');
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('checkbox', { name: 'Show the changes before they are written' }).click();
  await page.getByRole('button', { name: CONTINUE }).click();
  const assets = page.getByRole('list', { name: 'Assets to be created' }).getByRole('listitem');
  await assets.first().waitFor({ timeout: 60_000 });
  await eventually(async () => expect(await assets.count()).toBe(3));
  expect(await assets.first().textContent()).toMatch(/app-01.*VM421001QQ/);
  expect(await assets.first().textContent()).toContain('Windows Server 2019');
  const tiles = await page.getByRole('region', { name: 'Changes to be applied' }).locator('dl dt').allTextContents();
  expect(tiles).toEqual(['conflicts', 'assets to be created', 'assets to be updated']);
  await shoot(page, 'pane-preview-assets');
  await page.getByRole('button', { name: 'Apply the changes' }).click();
  await page.getByRole('heading', { name: 'Import completed' }).waitFor({ timeout: 60_000 });
});

/** What sticks out of the pane to the side: at 200 % a pane of 350 pixels has 175. */
async function sidewaysOf(step: string): Promise<string[]> {
  const { page } = pane;
  const found: string[] = [];
  for (const width of [320, 175]) {
    await page.setViewportSize({ width, height: 600 });
    await nextFrame(page);
    const over = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('header, nav, main, footer')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
    );
    found.push(...over.map((one) => `${step} at ${width}: ${one}`));
    await shoot(page, `pane-${step}-${width}`);
  }
  await page.setViewportSize({ width: 350, height: 600 });
  return found;
}

test('needs no scrolling sideways in a pane at 200 %', async () => {
  const { page } = pane;
  await page.goto(`${pane.service.origin}/taskpane.html`);
  await page.getByLabel('API key').waitFor();
  const found = await sidewaysOf('connect');
  await connect(page, pane.service, 'zoomed');
  await chooseFile(page, servers);
  await page.getByRole('button', { name: 'Import', exact: true }).waitFor();
  await page.getByText('3 rows · 5 columns').last().waitFor();
  found.push(...(await sidewaysOf('sheet')));
  await importSheet(page);
  found.push(...(await sidewaysOf('mapping')));
  await page.getByRole('button', { name: /^Approve \d+ ready$/ }).click();
  await page.getByRole('button', { name: CONTINUE }).waitFor();
  found.push(...(await sidewaysOf('approval')));
  await page.getByRole('button', { name: CONTINUE }).click();
  await page.getByRole('heading', { name: 'Import completed' }).waitFor({ timeout: 60_000 });
  found.push(...(await sidewaysOf('results')));
  expect(found).toEqual([]);
});
