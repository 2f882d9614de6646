import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { pagePerTest } from './page-per-test.ts';
import { csvFile, importFile } from './pane-steps.ts';

const pane = pagePerTest({ expected: /status of 412/ });

/** Connects, imports columns of these headers, and waits for the mappings. */
function openMappings(client: string, headers: readonly string[]): Promise<Page> {
  const lines = [headers, headers.map((_header, at) => `v${at}`), headers.map((_header, at) => `w${at}`)];
  return importFile(pane, client, csvFile('wide.csv', lines.map((cells) => cells.join(',')).join('\n')));
}

test('N goes to the next column to review, however far down it is', async () => {
  const known = Array.from({ length: 70 }, (_, at) => `Qwertz ${at}`);
  const page = await openMappings('far', [...known, 'Kind']);
  const list = page.getByRole('grid', { name: 'Field mappings' });
  const review = await list.getByRole('row').count();
  expect(review).toBe(60);
  await list.focus();
  await page.keyboard.press('N');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Kind');
});

test('what somebody else changed is named, theirs stays, and a change made again takes its place', async () => {
  const page = await openMappings('two-panes', ['Hostname', 'Owner', 'Location']);
  const connection = pane.service.as('two-panes');
  const [newest] = (await fetchEndpoint(connection, endpoints.listImports)).items;
  const params = { data_import_id: newest?.data_import_id ?? '' };
  const listed = await fetchEndpoint(connection, endpoints.listFieldMappings, { params });
  const changes = listed.items
    .filter(({ source_field }) => source_field !== 'Location')
    .map(({ id, source_field }) => ({
      id,
      ...(source_field === 'Owner'
        ? { target_field: 'cost_center', status: 'approved' as const }
        : { status: 'rejected' as const }),
    }));
  await fetchEndpoint(connection, endpoints.changeFieldMappings, {
    params,
    body: { changes },
    ifMatch: listed.revision,
  });
  await page.getByRole('button', { name: 'Leave out Owner' }).click();
  await page
    .getByText(
      'Changed: Hostname left out; Owner approved as Cost center. What you see now is theirs; your last change was not made.',
    )
    .waitFor();
  const owner = page.getByRole('row', { name: 'Owner', exact: true });
  expect(await owner.textContent()).toContain('→ Cost center');
  await shoot(page, 'pane-changed-elsewhere');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'pane-changed-elsewhere-dark');
  expect(await seriousViolations(page)).toEqual([]);
  await owner.focus();
  await page.keyboard.press('Delete');
  await owner.getByText('left out', { exact: true }).waitFor();
  expect(await page.getByText('Somebody else changed these mappings').count()).toBe(0);
});

test('changes that waited behind one that failed are told, each of them', async () => {
  const page = await openMappings('behind', ['Hostname', 'Serial Number', 'Location']);
  let goOn = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/field-mappings', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    await isHeld;
    const json = {
      type: 'about:blank',
      title: 'Changed',
      status: 412,
      detail: 'Read again.',
      code: 'precondition_failed',
      request_id: 'r1',
    };
    return route.fulfill({ status: 412, contentType: 'application/problem+json', json });
  });
  for (const column of ['Hostname', 'Serial Number', 'Location'])
    await page.getByRole('button', { name: `Approve ${column}` }).click();
  goOn();
  await page.getByText('What you see now is theirs; your last 3 changes were not made.').waitFor();
});
