import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { countOf } from '#shared/format.ts';
import { useSignedIn } from '../session/session-context.ts';
import type { FlowAddress } from './use-flow.ts';

const steps = {
  pause: { endpoint: endpoints.pauseFlow, done: 'Paused' },
  resume: { endpoint: endpoints.resumeFlow, done: 'Resumed' },
  retry: { endpoint: endpoints.retryFlow, done: 'Trying again' },
  reopen: { endpoint: endpoints.reopenMappings, done: 'Opened again' },
  apply: { endpoint: endpoints.applyInventory, done: 'Applying' },
  rebuild: { endpoint: endpoints.rebuildFlow, done: 'Opened again' },
} as const;

/** What is done to a flow; answers with what it did, in words. Success or not, everything shown is read again. */
export function useFlowAct({ tenant, flowId }: FlowAddress) {
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  const call = { params: { flow_id: flowId } };
  return useMutation({
    mutationFn: async (act: keyof typeof steps) => {
      const connection = connectionTo(tenant);
      const answer = await fetchEndpoint(connection, steps[act].endpoint, call);
      return `${steps[act].done}. ${answer.next_step}`;
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
}

/** Ends or hides the flow; answers with what that did, in words. */
export function useDeletion({ tenant, flowId }: FlowAddress, isEnding: boolean) {
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (isForgetting: boolean) => {
      const { jobs_cancelled, records_kept } = await fetchEndpoint(connectionTo(tenant), endpoints.deleteFlow, {
        params: { flow_id: flowId },
        query: { forget_mappings: isForgetting ? 'true' : 'false' },
      });
      if (!isEnding) return `Hidden from the list. ${countOf(records_kept, 'raw record')} kept.`;
      return `Deleted. ${countOf(jobs_cancelled, 'job')} cancelled, ${countOf(records_kept, 'raw record')} kept.`;
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
}

/** What withdrawing the import would change and what was learned from it, counted anew each time it is asked. */
export function useWithdrawalPreview({ tenant }: FlowAddress, dataImportId: string) {
  const { connectionTo } = useSignedIn();
  const params = { data_import_id: dataImportId };
  return useQuery({
    queryKey: ['withdrawal', tenant, dataImportId],
    gcTime: 0,
    queryFn: ({ signal }) => fetchEndpoint(connectionTo(tenant), endpoints.previewWithdrawal, { params, signal }),
  });
}

/** What withdrawing the import would change, and the withdrawal itself. */
export function useWithdrawal(address: FlowAddress, dataImportId: string) {
  const { tenant } = address;
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  const params = { data_import_id: dataImportId };
  const preview = useWithdrawalPreview(address, dataImportId);
  const withdrawal = useMutation({
    mutationFn: async (forgetMappings: boolean) => {
      const body = { forget_mappings: forgetMappings };
      const answer = await fetchEndpoint(connectionTo(tenant), endpoints.withdrawImport, { params, body });
      return `Withdrawal begun. ${answer.next_step}`;
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  return { preview, withdrawal };
}
