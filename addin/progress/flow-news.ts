import { isApproved } from '#shared/pages/column-standing.ts';
import type { Flow, FlowPhaseView } from '#shared/schemas/flow.schema.ts';
import { phaseWord } from '#shared/phase-words.ts';

type Seen = Pick<Flow, 'flow_id' | 'status' | 'phases' | 'withdrawal'>;

/**
 * What became of a flow since it was looked at last, for whoever does not see it; null: nothing worth a word. A failure, a
 * deletion and a withdrawal have notices that are read out, and the end is told with its results.
 */
export function flowNews(before: Seen | null, now: Seen): string | null {
  // What is worked out again without a withdrawn import is no progress of it.
  if (before?.flow_id !== now.flow_id || now.withdrawal !== null) return null;
  const done = now.phases.filter((phase) => isAgents(phase) && isDone(phase) && !isDone(sameIn(before, phase)));
  const waits = now.status === 'waiting_for_approval' && before.status !== now.status && !isApproved(now);
  const parts = [
    ...(done.length > 0 ? [`${done.map(({ phase }) => phaseWord(phase)).join(', ')} done.`] : []),
    ...(waits ? ['The mappings wait for your review.'] : []),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

/** A withdrawal has a notice of its own, and an approval is the analyst's. */
const isAgents = ({ phase }: FlowPhaseView): boolean => phase !== 'waiting_for_approval' && phase !== 'withdrawal';

const isDone = (phase: FlowPhaseView | undefined): boolean => phase?.status === 'completed';

function sameIn(flow: Seen, { phase, attempt }: FlowPhaseView): FlowPhaseView | undefined {
  return flow.phases.find((one) => one.phase === phase && one.attempt === attempt);
}

/** The end of a flow, as `once` of its news: one whose agents ran anew ends anew. */
export function endOf({ flow_id, phases }: Seen): string {
  return `${flow_id} ended ${phases.map(({ attempt }) => attempt).join(' ')}`;
}
