import { expect, test } from '@jest/globals';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { chooseFile, connect, csvFile, importSheet } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of (400|500|503)|net::ERR_CONNECTION_RESET/ });

test('the request id of a failure is copied on a click that says so, or is selected where the clipboard is refused', async () => {
  const { page } = pane;
  await connect(page, pane.service, 'copies');
  await chooseFile(page, csvFile('a.csv', 'Hostname,IP\nsrv1,10.0.0.1\n'));
  await page.route('**/api/v1/data-import/**', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'Internal error',
        status: 500,
        detail: 'Something went wrong.',
        code: 'internal_error',
        request_id: 'req-4711',
      }),
    }),
  );
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'req-4711' });
  const copy = notice.getByRole('button', { name: 'Copy request id' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await copy.click();
  await notice.getByRole('status').getByText('Copied', { exact: true }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('req-4711');
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await copy.click();
  await notice.getByRole('status').getByText('the text is selected').waitFor();
  expect(await page.evaluate(() => String(getSelection()))).toBe('req-4711');
  expect(await seriousViolations(page)).toEqual([]);
});

test('the client and engagement in the header open their choice, as its arrow says, however long their names are', async () => {
  const { page } = pane;
  await page.setViewportSize({ width: 320, height: 600 });
  await connect(page, pane.service, 'a-client-account-with-a-long-name-of-fifty-letters');
  const pill = page.getByRole('button', { name: 'change client or engagement' });
  const arrow = await pill.locator('svg').boundingBox();
  const whole = await pill.boundingBox();
  expect((arrow?.x ?? 999) + (arrow?.width ?? 999)).toBeLessThanOrEqual((whole?.x ?? 0) + (whole?.width ?? 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await pill.click();
  await page.getByRole('heading', { name: 'Connect' }).waitFor();
});

const list = csvFile('a.csv', 'Hostname,IP\nsrv1,10.0.0.1\n');

test('an import whose answer is lost may have been stored, as the pane says, and importing again leads to it', async () => {
  const { page } = pane;
  await connect(page, pane.service, 'lost-answer');
  await chooseFile(page, list);
  await page.route('**/data-import/store-import', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText('It may have been stored; importing again is safe.').waitFor();
  expect(await page.getByText('was stored').count()).toBe(0);
  await page.unroute('**/data-import/store-import');
  await importSheet(page);
  expect((await fetchEndpoint(pane.service.as('lost-answer'), endpoints.listImports)).items).toHaveLength(1);
});

test.each([
  [400, 'import_rejected', 'Nothing of this sheet was stored; importing again is safe.'],
  [503, 'service_unavailable', 'It may have been stored; importing again is safe.'],
])('what a refusal of status %i leaves is said', async (status, code, words) => {
  const { page } = pane;
  await connect(page, pane.service, `refused-${status}`);
  await chooseFile(page, list);
  await page.route('**/data-import/store-import', (route) =>
    route.fulfill({
      status,
      contentType: 'application/problem+json',
      json: { type: 'about:blank', title: 'No', status, detail: 'Not now.', code, request_id: 'req-1' },
    }),
  );
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText(`Not now. ${words}`).waitFor();
});
