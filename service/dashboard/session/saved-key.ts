import { tabStorage } from '#shared/browser-storage.ts';

const STORAGE_NAME = 'cmdb-import-dashboard-key';

/** The API key lives as long as this tab: closing it signs out, other tabs do not see it. */
export const savedKey = {
  read: (): string | null => tabStorage.read(STORAGE_NAME),
  save: (apiKey: string): void => tabStorage.keep(STORAGE_NAME, apiKey),
  forget: (): void => tabStorage.forget(STORAGE_NAME),
};
