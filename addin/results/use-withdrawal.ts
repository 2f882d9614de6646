import { useMutation, useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { countOf } from '#shared/format.ts';
import type { WithdrawalPreview } from '#shared/schemas/asset.schema.ts';
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
  });
  return { preview, withdrawal };
}

/** The impact in numbers, one effect each. */
export function impactOf(preview: WithdrawalPreview): string[] {
  const atLeast = preview.values_are_exact ? '' : 'at least ';
  return [
    `${countOf(preview.assets_removed, 'asset')} that no other import speaks of ${preview.assets_removed === 1 ? 'is' : 'are'} removed.`,
    `${countOf(preview.assets_restored, 'asset')} ${preview.assets_restored === 1 ? 'stays' : 'stay'} as other imports have ${preview.assets_restored === 1 ? 'it' : 'them'}; ${atLeast}${countOf(preview.values_restored, 'value')} of those ${preview.values_restored === 1 ? 'changes' : 'change'} back.`,
    `${countOf(preview.edges, 'dependency', 'dependencies')} and ${countOf(preview.findings, 'finding')} go.`,
    'The raw records stay stored.',
  ];
}
