import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { PAGE_MAX } from '#shared/limits.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { isPairOfRows } from './inventory-counts.ts';

/** How soon a decision made on the dashboard shows, ms. */
const REFRESH_MS = 15_000;

/** How far people have come with what an import could not place. */
export interface ConflictStanding {
  open: number;
  decided: number;
  /** Of the open ones; null where they are too many to be looked at. */
  rows: number | null;
  /** Each of the open ones is about two rows, and no asset. */
  arePairs: boolean;
}

/** The conflicts of an import as they stand now, while decisions are made elsewhere. */
export function useConflictStanding(connection: PaneConnection, dataImportId: string) {
  return useQuery({
    queryKey: ['conflict-standing', dataImportId],
    gcTime: 0,
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.open > 0 ? REFRESH_MS : false),
    queryFn: async (): Promise<ConflictStanding> => {
      const { imports } = await fetchEndpoint(connection, endpoints.countConflicts);
      const { open = 0, decided = 0 } = imports.find((one) => one.data_import_id === dataImportId) ?? {};
      if (open === 0 || open > PAGE_MAX) return { open, decided, rows: null, arePairs: false };
      const { items } = await fetchEndpoint(connection, endpoints.listHeldCases, {
        query: { state: 'open', data_import_id: dataImportId, limit: PAGE_MAX },
      });
      return {
        open,
        decided,
        rows: items.reduce((sum, { row_count: rows }) => sum + rows, 0),
        arePairs: items.every(isPairOfRows),
      };
    },
  });
}
