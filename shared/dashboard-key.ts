import { tabStorage } from './browser-storage.ts';

const STORAGE_NAME = 'cmdb-import-dashboard-key';

/** The dashboard's API key lives as long as its tab: closing it signs out. A tab it opens begins with it, others do not. */
export const dashboardKey = {
  read: (): string | null => tabStorage.read(STORAGE_NAME),
  save: (apiKey: string): void => tabStorage.keep(STORAGE_NAME, apiKey),
  forget: (): void => tabStorage.forget(STORAGE_NAME),
};
