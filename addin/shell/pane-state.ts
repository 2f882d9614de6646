import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { FlowPointer } from '#addin/workbook/workbook-port.ts';

/** Where the analyst stands. `connect` lies outside the steps: it comes first, and the context pill leads back to it. */
export const paneSteps = ['sheet', 'progress', 'mapping', 'results'] as const;
export type PaneStep = (typeof paneSteps)[number];

export interface PaneState {
  step: PaneStep;
  /** The import the pane is about; null before one is sent or picked up. */
  pointer: FlowPointer | null;
  isConnecting: boolean;
}

export type PaneEvent =
  | { type: 'connected' }
  | { type: 'contextOpened' }
  | { type: 'contextClosed' }
  | { type: 'tenantChanged' }
  | { type: 'flowStarted'; pointer: FlowPointer }
  | { type: 'flowPickedUp'; pointer: FlowPointer; step: PaneStep }
  | { type: 'stepVisited'; step: PaneStep }
  | { type: 'importAnother' };

export const initialPaneState: PaneState = { step: 'sheet', pointer: null, isConnecting: false };

export function nextPaneState(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'connected':
    case 'contextClosed':
      return { ...state, isConnecting: false };
    case 'contextOpened':
      return { ...state, isConnecting: true };
    case 'tenantChanged':
      return initialPaneState;
    case 'flowStarted':
      return { ...state, pointer: event.pointer, step: 'progress' };
    case 'flowPickedUp':
      return { ...state, pointer: event.pointer, step: event.step };
    case 'stepVisited':
      return event.step !== 'sheet' && state.pointer === null ? state : { ...state, step: event.step };
    case 'importAnother':
      return { ...state, pointer: null, step: 'sheet' };
  }
}

/** The step that shows what a flow now needs. */
export function stepOf(flow: Pick<Flow, 'status'>): PaneStep {
  if (flow.status === 'waiting_for_approval') return 'mapping';
  return flow.status === 'completed' ? 'results' : 'progress';
}

/** Steps that can be visited: what is past, and what the flow has come to. */
export function isReachable(step: PaneStep, flow: Pick<Flow, 'status'> | null): boolean {
  if (step === 'sheet') return true;
  if (flow === null) return false;
  if (step === 'progress') return true;
  if (step === 'mapping') return flow.status === 'waiting_for_approval' || flow.status === 'completed';
  return flow.status === 'completed';
}
