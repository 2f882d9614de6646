import { useMutation, useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { isRefused } from '../import/is-refused.ts';
import type { PaneConnection } from '../connect/use-connection.ts';

interface Withdrawing {
  dataImportId: string;
  /** Whether it is asked about: a question that has closed counts nothing. */
  isOpen: boolean;
  onWithdrawn: () => void;
}

/** What withdrawing would change, counted anew each time it is asked, and the withdrawal itself. */
export function useWithdrawal(connection: PaneConnection, { dataImportId, isOpen, onWithdrawn }: Withdrawing) {
  const params = { data_import_id: dataImportId };
  const preview = useQuery({
    queryKey: ['withdrawal', dataImportId],
    queryFn: () => fetchEndpoint(connection, endpoints.previewWithdrawal, { params }),
    enabled: isOpen,
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
