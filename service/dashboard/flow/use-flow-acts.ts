import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { countOf } from '#shared/format.ts';
import { useSignedIn } from '../session/session-context.ts';
import type { FlowAddress } from './use-flow.ts';

/** Resume and delete; each answers with what it did, in words. Success or not, everything shown is read again. */
export function useFlowActs({ tenant, flowId }: FlowAddress) {
  const { connectionTo } = useSignedIn();
  const queryClient = useQueryClient();
  const call = { params: { flow_id: flowId } };
  const onSettled = () => queryClient.invalidateQueries();
  const resume = useMutation({
    mutationFn: async () => {
      const answer = await fetchEndpoint(connectionTo(tenant), endpoints.resumeFlow, call);
      return `Resumed. ${answer.next_step}`;
    },
    onSettled,
  });
  const remove = useMutation({
    mutationFn: async () => {
      const answer = await fetchEndpoint(connectionTo(tenant), endpoints.deleteFlow, call);
      return `Deleted. ${countOf(answer.jobs_cancelled, 'job')} cancelled, ${countOf(answer.records_kept, 'raw record')} kept.`;
    },
    onSettled,
  });
  return { resume, remove };
}
