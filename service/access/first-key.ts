import type { Logger } from '../platform/logger.ts';
import type { ApiKeys } from './api-keys.ts';

interface FirstKeySettings {
  ROLE: 'all' | 'web' | 'worker';
  BOOTSTRAP_API_KEY?: string | undefined;
  BOOTSTRAP_CLIENT_ACCOUNT_ID?: string | undefined;
  BOOTSTRAP_ENGAGEMENT_ID?: string | undefined;
}

/**
 * The first admin key, as the settings want it. A worker makes no random one: people who start web and workers at once
 * look for it where the web process prints.
 *
 * @returns a random key, to be printed once; null when none was made
 */
export async function makeFirstKey(apiKeys: ApiKeys, settings: FirstKeySettings, log: Logger): Promise<string | null> {
  const apiKey = settings.BOOTSTRAP_API_KEY;
  if (settings.ROLE === 'worker' && apiKey === undefined) return null;
  const keyIds = apiKey === undefined ? [] : await apiKeys.listOtherFirstKeys(apiKey);
  if (keyIds.length > 0)
    log.warn(
      { keyIds },
      'BOOTSTRAP_API_KEY: another first admin key, of earlier settings, is still valid; revoke it on the dashboard unless it is needed',
    );
  return apiKeys.bootstrap({
    apiKey,
    grant: {
      client_account_id: settings.BOOTSTRAP_CLIENT_ACCOUNT_ID ?? null,
      engagement_id: settings.BOOTSTRAP_ENGAGEMENT_ID ?? null,
    },
  });
}
