import { isApproved } from '#shared/pages/column-standing.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { StepName } from './shell/StepList.tsx';

type Standing = Pick<Flow, 'status' | 'phases'>;

/** The steps a flow has been at; the last is where it stands. `none`: there is no flow; null: it is not read yet. */
export function reachedSteps(flow: Standing | 'none' | null): StepName[] {
  if (flow === 'none') return ['Sheet'];
  if (flow === null) return ['Progress'];
  if (flow.status === 'completed') return ['Mapping', 'Progress', 'Results'];
  if (isApproved(flow)) return ['Mapping', 'Progress'];
  return flow.status === 'waiting_for_approval' ? ['Progress', 'Mapping'] : ['Progress'];
}
