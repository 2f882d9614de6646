import { computerStorage, tabStorage } from './browser-storage.ts';

const STORAGE_NAME = 'cmdb-import-dashboard-key';
/** Followed by the id of a key. */
const SIGNED_OUT_AT = 'cmdb-import-signed-out-at ';

/** The dashboard's API key lives as long as its tab. A tab it opens begins with it; others ask for it (`key-among-tabs.ts`). */
export const dashboardKey = {
  /** Null also where somebody has signed out of it on this computer since it was saved: the tab may have been asleep. */
  read(): string | null {
    const { apiKey, keyId, savedAtMs } = kept();
    if (apiKey === '' || keyId === '') return null;
    return savedAtMs < Number(computerStorage.read(SIGNED_OUT_AT + keyId)) ? null : apiKey;
  },
  /** Whether somebody signed out of this tab, or of its key in another while this one was asleep. */
  isSignedOut: (): boolean => tabStorage.read(STORAGE_NAME) !== null && dashboardKey.read() === null,
  /** @param keyId  what the service calls it, which tells nothing of the key */
  save: (apiKey: string, keyId: string): void => keep(`${apiKey} ${keyId}`),
  /** The tab keeps in mind that it was signed out of. */
  signOut: (): void => keep(''),
  /** Tabs with this key that hear of nothing now look for it later; it says when, and nothing of the key. */
  signOutOfComputer: (keyId: string): void => computerStorage.keep(SIGNED_OUT_AT + keyId, String(Date.now())),
  forget: (): void => tabStorage.forget(STORAGE_NAME),
};

const keep = (key: string): void => tabStorage.keep(STORAGE_NAME, `${Date.now()} ${key}`);

function kept(): { apiKey: string; keyId: string; savedAtMs: number } {
  const [savedAt = '', apiKey = '', keyId = ''] = (tabStorage.read(STORAGE_NAME) ?? '').split(' ');
  return { apiKey, keyId, savedAtMs: Number(savedAt) };
}
