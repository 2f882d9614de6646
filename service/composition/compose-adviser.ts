import { OpenAiAdviser } from '../adviser/openai-adviser.ts';
import type { Config } from '../config.ts';

/** The adviser of the settings; null while none is set, which is the default. */
export function composeAdviser(config: Config): OpenAiAdviser | null {
  if (config.ADVISER_BASE_URL === undefined || config.ADVISER_MODEL === undefined) return null;
  return new OpenAiAdviser({
    baseUrl: config.ADVISER_BASE_URL,
    model: config.ADVISER_MODEL,
    apiKey: config.ADVISER_API_KEY ?? null,
    timeoutMs: config.ADVISER_TIMEOUT_SECONDS * 1_000,
  });
}
