import { createContext, useContext } from 'react';
import type { Connection } from '#shared/call-endpoint.ts';
import type { SavedConnection } from './saved-connection.ts';

export const ConnectionContext = createContext<SavedConnection | null>(null);

/** @throws Error outside the connected part of the pane: a bug, not a state */
export function useSavedConnection(): SavedConnection {
  const connection = useContext(ConnectionContext);
  if (connection === null) throw new Error('This part of the pane needs a connection.');
  return connection;
}

/** What `callEndpoint` wants; the pane is served by the service it calls. */
export function useConnection(): Connection {
  return toConnection(useSavedConnection());
}

export function toConnection(saved: SavedConnection): Connection {
  return {
    origin: '',
    apiKey: saved.apiKey,
    clientAccountId: saved.clientAccountId,
    engagementId: saved.engagementId,
  };
}

/** Head of every query key, so that one tenant's answers never show under another's. */
export function tenantKey(saved: SavedConnection): readonly string[] {
  return [saved.clientAccountId, saved.engagementId, saved.keyName];
}
