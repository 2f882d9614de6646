import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { allEngagements } from '#shared/pages/all-engagements.ts';
import { fetchEndpoint, type Connection } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { tenantIdSchema } from '#shared/schemas/common.schema.ts';
import type { Session } from '#shared/schemas/access.schema.ts';
import { computerStorage, tabStorage } from '#shared/pages/browser-storage.ts';
import { PANE_CONNECTION } from '#shared/pages/dashboard-tab.ts';

/** A connection whose key was checked and whose client and engagement are chosen. */
export interface PaneConnection extends Connection {
  clientAccountId: string;
  engagementId: string;
}

interface Remembered {
  apiKey: string;
  clientAccountId: string;
  engagementId: string;
}

export interface ConnectionState {
  connection: PaneConnection | null;
  /** What was entered last, without the key when it was not to be remembered. */
  remembered: Partial<Remembered>;
  /** Joins the key with the client and engagement it is bound to, and else with those entered. */
  connect(entered: Remembered, isRemembered: boolean): Promise<void>;
  /** Back to the choice of client and engagement, with the key as it is. */
  reconsider(): void;
  /** Undoes `reconsider`; null when there is no connection to go back to. */
  goBack: (() => void) | null;
  disconnect(): void;
}

/** The key is kept for this session, or on this computer when the analyst says so; never in the workbook. */
export function useConnection(): ConnectionState {
  const [remembered, setRemembered] = useState(recall);
  const [connection, setConnection] = useState<PaneConnection | null>(() => toConnection(remembered));

  const queries = useQueryClient();

  const connect = useCallback(
    async ({ apiKey, clientAccountId, engagementId }: Remembered, isRemembered: boolean) => {
      const session = await fetchEndpoint({ origin: '', apiKey }, endpoints.getSession);
      // The key may have been refused before.
      queries.setQueryData(sessionKey(apiKey), session);
      const joined = {
        apiKey,
        clientAccountId: session.client_account_id ?? clientAccountId,
        engagementId: session.engagement_id ?? engagementId,
      };
      tabStorage.keep(PANE_CONNECTION, JSON.stringify(joined));
      if (isRemembered) computerStorage.keep(PANE_CONNECTION, JSON.stringify(joined));
      else computerStorage.forget(PANE_CONNECTION);
      setRemembered(joined);
      setConnection(toConnection(joined));
    },
    [queries],
  );

  const disconnect = useCallback(() => {
    tabStorage.forget(PANE_CONNECTION);
    computerStorage.forget(PANE_CONNECTION);
    setRemembered((before) => ({ ...before, apiKey: '' }));
    setConnection(null);
  }, []);

  const reconsider = useCallback(() => setConnection(null), []);

  const before = connection === null ? toConnection(remembered) : null;
  const goBack = before === null ? null : () => setConnection(before);

  return { connection, remembered, connect, reconsider, goBack, disconnect };
}

/** Under which what the service says of a key is kept. */
export const sessionKey = (apiKey: string) => ['session', apiKey] as const;

/** What a key may see, for filling in client and engagement. */
export async function lookUpKey(
  apiKey: string,
): Promise<{ session: Session; engagements: { client_account_id: string; engagement_id: string }[] }> {
  const connection = { origin: '', apiKey };
  const session = await fetchEndpoint(connection, endpoints.getSession);
  return { session, engagements: await allEngagements(connection) };
}

export function isTenantId(text: string): boolean {
  return tenantIdSchema.safeParse(text).success;
}

function toConnection({ apiKey, clientAccountId, engagementId }: Partial<Remembered>): PaneConnection | null {
  return apiKey && clientAccountId && engagementId ? { origin: '', apiKey, clientAccountId, engagementId } : null;
}

/** What the pane is connected to when it is opened. */
export function recalledConnection(): PaneConnection | null {
  return toConnection(recall());
}

/** Whether a key is kept on this computer. */
export function isKeyRemembered(): boolean {
  return computerStorage.read(PANE_CONNECTION) !== null;
}

/** Of this tab; with the key that is kept where none is given. */
export function rememberConnection({
  apiKey,
  ...tenant
}: Omit<Remembered, 'apiKey'> & { apiKey: string | null }): void {
  tabStorage.keep(PANE_CONNECTION, JSON.stringify({ apiKey: apiKey ?? recall().apiKey ?? '', ...tenant }));
}

function recall(): Partial<Remembered> {
  const kept = tabStorage.read(PANE_CONNECTION) ?? computerStorage.read(PANE_CONNECTION);
  if (kept === null) return {};
  try {
    const { apiKey, clientAccountId, engagementId } = JSON.parse(kept) as Record<string, unknown>;
    return typeof apiKey === 'string' && typeof clientAccountId === 'string' && typeof engagementId === 'string'
      ? { apiKey, clientAccountId, engagementId }
      : {};
  } catch {
    // Somebody else's value under our name: ask again instead of failing.
    return {};
  }
}
