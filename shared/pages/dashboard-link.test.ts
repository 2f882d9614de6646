import { expect, test } from '@jest/globals';
import { conflictsAddress, dashboardQuery, flowAddress, readDashboardQuery } from './dashboard-link.ts';

const tenant = { clientAccountId: 'contoso', engagementId: 'wave-1' };
const shownBy = (address: string) => readDashboardQuery(new URL(address, 'https://cmdb.example').search);

test('what the pane leads to is what the dashboard shows', () => {
  expect(shownBy(flowAddress(tenant, 'flw_1', { tab: 'assets', kind: 'created' }))).toMatchObject({
    page: 'flows',
    flow: 'flw_1',
    flowClient: 'contoso',
    flowEngagement: 'wave-1',
    tab: 'assets',
    kind: 'created',
    client: null,
  });
  expect(shownBy(conflictsAddress(tenant, 'imp_1'))).toMatchObject({
    page: 'conflicts',
    client: 'contoso',
    engagement: 'wave-1',
    dataImport: 'imp_1',
    flow: null,
  });
});

test('every part of a view is read as it was written', () => {
  const names = Object.keys(readDashboardQuery(''));
  const view = { ...Object.fromEntries(names.map((name) => [name, `a ${name} & more`])), page: 'debt' as const };
  expect(readDashboardQuery(`?${dashboardQuery(view).toString()}`)).toEqual(view);
});

test('an unknown page is the list of flows, and an engagement without its client is none', () => {
  expect(readDashboardQuery('?page=none&engagement=wave-1')).toMatchObject({ page: 'flows', engagement: null });
});
