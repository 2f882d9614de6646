import { expect, test } from '@jest/globals';
import { paneAddress, readPaneAddress } from './pane-link.ts';

test('an address of the pane says what it was made of', () => {
  const link = { client: 'contoso', engagement: 'wave-1', flow: 'flw_1', data_import: 'imp_1' };
  const { pathname, search } = new URL(paneAddress(link), 'https://cmdb.example');
  expect(pathname).toBe('/taskpane.html');
  expect(readPaneAddress(search)).toEqual(link);
});

test.each([
  '',
  '?_host_Info=Excel',
  '?client=contoso&engagement=wave-1',
  '?client=a%2Fb&engagement=m&flow=f&data_import=i',
])('an address that leads to no import is none: %s', (search) => expect(readPaneAddress(search)).toBeNull());
