import { expect, test } from '@jest/globals';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { seriousViolations, shoot } from '../harness/browser.ts';
import { importWhole } from '../harness/import-whole.ts';
import { DESKTOP, pagePerTest } from './page-per-test.ts';
import { signIn } from './sign-in.ts';

const flows: string[] = [];
const machine = (name: string, serial: string, memory: number): Cell[] => [name, serial, memory, 'Production'];
const others = Array.from({ length: 10 }, (_, at) => machine(`app-${at}`, `CZJ81234${at}7`, 16));

const dashboard = pagePerTest({
  ...DESKTOP,
  before: async (service) => {
    const month = async (name: string, rows: Cell[][]) => {
      const { flow_id } = await importWhole(service.as('monthly'), {
        sheet: { columns: ['Hostname', 'Serial Number', 'Memory (GB)', 'Environment'], rows: [...others, ...rows] },
        metadata: { filename: `servers_2026-${name}.xlsx`, size: 1, type: 'text/csv' },
      });
      flows.push(flow_id);
    };
    await month('01', [machine('db-1', 'CZJ9000A1', 32), machine('WEB-1', 'CZJ9000B1', 8)]);
    await month('02', [machine('db-1', 'CZJ9000A1', 64), machine('web-1', 'CZJ9000B2', 8)]);
  },
});

const changes = (month: number) => `?flow_client=monthly&flow_engagement=main&flow=${flows[month] ?? ''}&tab=assets`;

test('an asset shows what a value was, and with which import that ended', async () => {
  const { page, service } = dashboard;
  await signIn(service, page, '?page=assets&client=monthly&engagement=main');
  await page.getByRole('link', { name: 'db-1' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByText('was 32 until servers_2026-02.xlsx').waitFor();
  expect(await panel.getByText(/^was /).count()).toBe(1);
  expect(await seriousViolations(page)).toEqual([]);
  await shoot(page, 'dashboard-asset-was');
});

test('a missing asset hints at a new one of its name, in the list and on both their panels', async () => {
  const { page, service } = dashboard;
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(service, page, `${changes(1)}&kind=missing`);
  await page
    .getByRole('cell', { name: 'Last listed in servers_2026-01.xlsx · a new asset has the same name' })
    .waitFor();
  await shoot(page, 'dashboard-changes-missing-dark');
  await page.getByRole('link', { name: 'WEB-1' }).click();
  await page
    .getByRole('dialog')
    .getByText(/A new asset of this import has the same name/)
    .waitFor();
  await shoot(page, 'dashboard-change-namesake-dark');
  await page.getByRole('dialog').getByRole('link', { name: 'Open the new asset' }).click();
  const newer = page.getByRole('dialog', { name: 'web-1' });
  await newer
    .getByText(/servers_2026-02.xlsx is the first to list this asset, and no longer lists another one of the same name/)
    .waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await shoot(page, 'dashboard-asset-namesake-dark');
  await newer.getByRole('link', { name: 'Open the other asset' }).click();
  const older = page.getByRole('dialog', { name: 'WEB-1' });
  await older
    .getByText(/servers_2026-02.xlsx is the first to list another asset of the same name, and no longer lists this one/)
    .waitFor();
});

test('created assets show how many values they have', async () => {
  const { page, service } = dashboard;
  await signIn(service, page, `${changes(0)}&kind=created`);
  const row = page.getByRole('row').filter({ hasText: 'db-1' });
  await row.getByRole('cell', { name: '4 values' }).waitFor();
  await shoot(page, 'dashboard-changes-created');
});
