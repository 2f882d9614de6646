import { z } from 'zod';
import { tenantIdSchema } from '#shared/schemas/common.schema.ts';

/** As whom the pane calls, and for which client and engagement. Kept in this browser only, never in the workbook. */
const savedConnectionSchema = z.object({
  apiKey: z.string().min(1),
  clientAccountId: tenantIdSchema,
  engagementId: tenantIdSchema,
  keyName: z.string(),
  role: z.enum(['viewer', 'analyst', 'admin']),
});
export type SavedConnection = z.infer<typeof savedConnectionSchema>;

const STORAGE_KEY = 'cmdb-import.connection';

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** @returns null when nothing is kept, what is kept is not understood, or the browser forbids storage */
export function recallConnection(storage: Storage | null): SavedConnection | null {
  const text = storage?.getItem(STORAGE_KEY) ?? null;
  if (text === null) return null;
  const parsed = savedConnectionSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : null;
}

export function keepConnection(storage: Storage | null, connection: SavedConnection): void {
  storage?.setItem(STORAGE_KEY, JSON.stringify(connection));
}

export function forgetConnection(storage: Storage | null): void {
  storage?.removeItem(STORAGE_KEY);
}

/** Browsers that block third-party storage throw on the mere mention of localStorage. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
