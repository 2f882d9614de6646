import { computerStorage, tabStorage } from './browser-storage.ts';

const STORAGE_NAME = 'cmdb-import-dashboard-key';
const SIGNED_OUT_AT = 'cmdb-import-signed-out-at';

/** The dashboard's API key lives as long as its tab. A tab it opens begins with it; others ask for it (`key-among-tabs.ts`). */
export const dashboardKey = {
  /** Null also where somebody has signed out on this computer since it was saved: the tab may have been asleep. */
  read(): string | null {
    const { apiKey, savedAtMs } = kept();
    return apiKey === '' || savedAtMs < Number(computerStorage.read(SIGNED_OUT_AT)) ? null : apiKey;
  },
  /** Whether somebody signed out of this tab, or of another while this one was asleep. */
  isSignedOut: (): boolean => tabStorage.read(STORAGE_NAME) !== null && dashboardKey.read() === null,
  save: (apiKey: string): void => keep(apiKey),
  /** The tab keeps in mind that it was signed out of. */
  signOut: (): void => keep(''),
  /** Tabs that hear of nothing now look for it later; it says when, and nothing of the key. */
  signOutOfComputer: (): void => computerStorage.keep(SIGNED_OUT_AT, String(Date.now())),
  forget: (): void => tabStorage.forget(STORAGE_NAME),
};

const keep = (apiKey: string): void => tabStorage.keep(STORAGE_NAME, `${Date.now()} ${apiKey}`);

function kept(): { apiKey: string; savedAtMs: number } {
  const [savedAt = '', apiKey = ''] = (tabStorage.read(STORAGE_NAME) ?? '').split(' ');
  return { apiKey, savedAtMs: Number(savedAt) };
}
