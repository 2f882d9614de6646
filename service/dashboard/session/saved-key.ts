const STORAGE_NAME = 'cmdb-import-dashboard-key';

/** The API key lives as long as this tab: closing it signs out, other tabs do not see it. */
export const savedKey = {
  read: (): string | null => sessionStorage.getItem(STORAGE_NAME),
  save: (apiKey: string): void => sessionStorage.setItem(STORAGE_NAME, apiKey),
  forget: (): void => sessionStorage.removeItem(STORAGE_NAME),
};
