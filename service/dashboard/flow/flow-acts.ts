import { endpoints } from '#shared/endpoints.ts';
import { countOf } from '#shared/format.ts';
import { isWithdrawing } from '#shared/is-withdrawing.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { mayReopenMappings } from '#shared/may-reopen-mappings.ts';
import { mayHaveWritten } from '#shared/pages/may-have-written.ts';
import { isOpen, type Role } from '#shared/statuses.ts';
import { phaseWord } from '#shared/phase-words.ts';
import type { FlowAddress } from './use-flow.ts';

export type SimpleAct = 'pause' | 'resume' | 'retry' | 'apply' | 'reopen' | 'rebuild' | 'delete';
export type FlowAct = SimpleAct | 'withdraw';

interface ActWords {
  label: string;
  /** Of the button that does it. */
  confirmLabel: string;
  busyLabel: string;
  title: (filename: string) => string;
  role: Role;
}

/** The words of each act, and who may do it. */
export const actWords: Readonly<Record<FlowAct, ActWords>> = {
  retry: {
    label: 'Try again',
    confirmLabel: 'Try again',
    busyLabel: 'Beginning…',
    title: (filename) => `Try ${filename} again?`,
    role: endpoints.retryFlow.role,
  },
  resume: {
    label: 'Resume',
    confirmLabel: 'Resume flow',
    busyLabel: 'Resuming…',
    title: (filename) => `Resume ${filename}?`,
    role: endpoints.resumeFlow.role,
  },
  apply: {
    label: 'Apply the inventory',
    confirmLabel: 'Apply',
    busyLabel: 'Applying…',
    title: (filename) => `Apply the inventory of ${filename}?`,
    role: endpoints.applyInventory.role,
  },
  reopen: {
    label: 'Change mappings',
    confirmLabel: 'Open the mappings again',
    busyLabel: 'Opening…',
    title: (filename) => `Change the mappings of ${filename}?`,
    role: endpoints.reopenMappings.role,
  },
  pause: {
    label: 'Pause',
    confirmLabel: 'Pause flow',
    busyLabel: 'Pausing…',
    title: (filename) => `Pause ${filename}?`,
    role: endpoints.pauseFlow.role,
  },
  rebuild: {
    label: 'Rebuild dependencies and technical debt',
    confirmLabel: 'Rebuild',
    busyLabel: 'Beginning…',
    title: () => 'Rebuild dependencies and technical debt?',
    role: endpoints.rebuildFlow.role,
  },
  withdraw: {
    label: 'Withdraw import',
    confirmLabel: 'Withdraw import',
    busyLabel: 'Withdrawing…',
    title: (filename) => `Withdraw the import of ${filename}?`,
    role: endpoints.withdrawImport.role,
  },
  delete: {
    label: 'Delete flow',
    confirmLabel: 'Delete flow',
    busyLabel: 'Deleting…',
    title: (filename) => `Delete the flow of ${filename}?`,
    role: endpoints.deleteFlow.role,
  },
};

/** Of a flow that has ended: nothing is lost with it, it is only listed no more. */
export const hideWords: ActWords = {
  label: 'Hide from the list',
  confirmLabel: 'Hide',
  busyLabel: 'Hiding…',
  title: (filename) => `Hide the flow of ${filename} from the list?`,
  role: endpoints.deleteFlow.role,
};

/** Deleting ends a flow that is open; one that has ended is hidden by it. */
export function wordsOfAct(act: FlowAct, { status }: Pick<Flow, 'status'>): ActWords {
  return act === 'delete' && !isOpen(status) ? hideWords : actWords[act];
}

/** Whether the act stands in the menu of further acts, and not as a button of its own. */
export function isInMenu(act: FlowAct): boolean {
  return act === 'rebuild' || act === 'withdraw' || act === 'delete';
}

/** What can be done to the flow as it stands, what moves it on first. */
export function offeredActs(flow: Flow): FlowAct[] {
  const { status } = flow;
  const reopening: FlowAct[] = mayReopenMappings(flow) ? ['reopen'] : [];
  const ending: FlowAct[] = isWithdrawing(flow) ? [] : [...reopening, 'delete'];
  switch (status) {
    case 'failed':
      return ['retry', ...ending];
    case 'paused':
      return ['resume', ...ending];
    case 'initialized':
    case 'running':
      return ['pause', ...ending];
    case 'waiting_for_approval':
      return waitsForMappings(flow) ? ending : ['apply', ...ending];
    case 'completed':
      return ['rebuild', 'withdraw', 'delete'];
    case 'cancelled':
      return ['delete'];
    case 'deleted':
      return mayHaveWritten(flow) ? ['withdraw'] : [];
    default:
      return [];
  }
}

/** Somebody has to approve its mappings, which is done in the pane. */
export function waitsForMappings({ status, current_phase: phase }: Flow): boolean {
  return status === 'waiting_for_approval' && phase !== 'asset_inventory';
}

/** Whether the act is the one the flow waits for. */
export function isPrimary(act: FlowAct): boolean {
  return act === 'retry' || act === 'resume' || act === 'apply';
}

/** What the act does, in numbers, one effect each. */
export function impactOfAct(act: SimpleAct, flow: Flow, { tenant }: FlowAddress): string[] {
  switch (act) {
    case 'retry':
    case 'resume':
      return impactOfRunning(flow);
    case 'apply':
      return [
        'Assets are created and changed as the preview lists them, with what was decided on conflicts since.',
        'Then dependencies and technical debt are worked out again. Withdrawing the import takes all of it back.',
      ];
    case 'reopen':
      return impactOfReopening;
    case 'rebuild':
      return impactOfRebuild;
    case 'pause':
      return impactOfPause(flow);
    case 'delete':
      return impactOfDelete(flow, `${tenant.clientAccountId} / ${tenant.engagementId}`);
  }
}

/** Of any flow: what is derived belongs to the engagement. */
export const impactOfRebuild = [
  'Dependencies and technical debt of the engagement are computed again. Assets stay.',
  'Until it is done, no import can start and no conflict be decided.',
];

const impactOfReopening = [
  'The flow waits for its mappings again. They stay as they were decided, and are changed and approved in the pane.',
  'What was found and shown with them is forgotten and found anew after the next approval; decisions on conflicts are kept.',
];

function impactOfRunning(flow: Flow): string[] {
  const phase = flow.phases.find((candidate) => candidate.phase === flow.current_phase);
  const attempt = (phase?.attempt ?? 0) + 1;
  return [
    isWithdrawing(flow)
      ? `${phaseWord(flow.current_phase)} goes on where it stopped, as attempt ${attempt}.`
      : `${phaseWord(flow.current_phase)} runs again as attempt ${attempt}, over ${countOf(flow.total_records, 'row')}; parts of them that were read to their end are not read again.`,
    'Phases that are done are not repeated, and nothing is approved by this.',
  ];
}

function impactOfPause(flow: Flow): string[] {
  const phase = flow.phases.find((candidate) => candidate.phase === flow.current_phase);
  const done = countOf(phase?.rows_done ?? 0, 'row');
  return [
    `${phaseWord(flow.current_phase)} stops at its next heartbeat, after ${done} or some more; parts of the rows that were read to their end are kept.`,
    `The flow stays open: the next import of this engagement waits until it is resumed${isWithdrawing(flow) ? ' and done' : ' or deleted'}.`,
  ];
}

function impactOfDelete(flow: Flow, engagement: string): string[] {
  const written = mayHaveWritten(flow)
    ? [
        'Assets it created or changed stay as they are until the import is withdrawn, and so does what was decided on its conflicts.',
        'Its open conflicts are listed no more; those that an earlier import of the sheet has too are open there again.',
      ]
    : [];
  const kept =
    flow.status === 'cancelled'
      ? 'The mappings are kept, and the raw records for as long as those of a withdrawn import are.'
      : `${countOf(flow.total_records, 'raw record')}, the mappings and the findings are kept.`;
  if (!isOpen(flow.status))
    return ['The flow has ended; it is only listed no more. The status Deleted still finds it.', kept, ...written];
  return [
    `The flow ends in ${phaseWord(flow.current_phase).toLowerCase()}; jobs of it that wait or run are stopped.`,
    `${engagement} can start its next import.`,
    kept,
    ...written,
    'It cannot be taken back: a deleted flow does not run again.',
  ];
}
