import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { PaneConnection } from '../connect/use-connection.ts';

/** What is stored of an import beside its rows: it never changes while somebody looks. */
export function useStoredImport(connection: PaneConnection, dataImportId: string | undefined, isWanted = true) {
  return useQuery({
    queryKey: ['import', dataImportId],
    enabled: isWanted && dataImportId !== undefined,
    staleTime: Infinity,
    queryFn: () => fetchEndpoint(connection, endpoints.getImport, { params: { data_import_id: dataImportId ?? '' } }),
  });
}
