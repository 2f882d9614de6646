import { useMutation, useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { isRefused } from '../import/is-refused.ts';
import type { PaneConnection } from '../connect/use-connection.ts';

/** What withdrawing would change, counted anew each time it is asked, and the withdrawal itself. */
export function useWithdrawal(connection: PaneConnection, dataImportId: string, onWithdrawn: () => void) {
  const params = { data_import_id: dataImportId };
  const preview = useQuery({
    queryKey: ['withdrawal', dataImportId],
    queryFn: () => fetchEndpoint(connection, endpoints.previewWithdrawal, { params }),
    gcTime: 0,
  });
  const withdrawal = useMutation({
    mutationFn: (forgetMappings: boolean) =>
      fetchEndpoint(connection, endpoints.withdrawImport, { params, body: { forget_mappings: forgetMappings } }),
    onSuccess: onWithdrawn,
    onError: (error) => isRefused(error) || onWithdrawn(),
  });
  return { preview, withdrawal };
}
