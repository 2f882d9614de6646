import { trusted, type ClientSession } from 'mongoose';
import { isWithdrawing } from '#shared/is-withdrawing.ts';
import { mayReopenMappings } from '#shared/may-reopen-mappings.ts';
import type { Actor } from '../access/principal.ts';
import type { TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { FlowDocument, StoppingWriters } from '../models/flow.model.ts';
import type { Clock } from '../platform/clock.ts';
import { flowStateConflict, notWaiting, orConflict, whyKept } from './flow-error.ts';
import {
  beforeApproval,
  derivedPhases,
  dueAfter,
  duePhase,
  isAgentPhase,
  phasesAfter,
  progressPercentage,
  reopened,
  standing,
  state,
  withdrawalRoute,
} from './flow-progress.ts';

export interface Approval {
  approved: number;
  rejected: number;
  leftOut: number;
  by: string;
  /** What becomes of the inventory: written as soon as it is known, or shown first. */
  inventory: 'apply' | 'preview';
}

/** A flow that is to stop, and the workers that will hear of it late. */
export interface StoppedFlow {
  flow: FlowDocument;
  stopping: StoppingWriters | null;
}

/** To take an import back or to delete its flow. */
export interface EndRequest {
  by: Actor;
  /** Also what was learned from this import. */
  forgetMappings: boolean;
}

interface FlowDecisionsDependencies {
  flows: TenantCollection<FlowDocument>;
  clock: Clock;
  maxAttempts: number;
}

/**
 * What becomes of a flow's document by what people decide (flow-control.ts, and the approval of mappings). Each is one
 * conditional update, made in the transaction of its caller; a flow that is not in the state for it stays as it is.
 */
export class FlowDecisions {
  private readonly deps: FlowDecisionsDependencies;

  constructor(dependencies: FlowDecisionsDependencies) {
    this.deps = dependencies;
  }

  /**
   * Takes the analyst's decision on the mappings, once, and lets the flow go on.
   *
   * @throws AppError flow_state_conflict when the flow does not wait for it
   */
  async markApproved(
    tenant: Tenant,
    flowId: string,
    approval: Approval,
    session: ClientSession,
  ): Promise<FlowDocument> {
    const now = this.deps.clock.now();
    const waiting = {
      _id: flowId,
      status: 'waiting_for_approval',
      current_phase: 'waiting_for_approval',
    } as const;
    const flow = await this.deps.flows.find(tenant, waiting, session);
    if (flow === null) throw notWaiting(await this.deps.flows.find(tenant, { _id: flowId }, session));
    const { next, phases } = phasesAfter(flow, 'waiting_for_approval', now);
    const changed = await this.deps.flows.change(
      tenant,
      waiting,
      {
        $set: {
          ...standing(flow, next),
          phases,
          due: dueAfter(next, now, this.deps.maxAttempts),
          approved_by: approval.by,
          approved_at: now,
          approval: { approved: approval.approved, rejected: approval.rejected, left_out: approval.leftOut },
          inventory_decision: approval.inventory,
          updated_at: now,
        },
        $max: { progress_percentage: next === null ? 100 : progressPercentage(phases) },
        $inc: { revision: 1 },
      },
      session,
    );
    return orConflict(changed, 'Somebody else approved the mappings at the same time.');
  }

  /**
   * Takes the approval back, to be made anew: of a flow that shows its inventory, or that stopped before it had one.
   *
   * @throws AppError flow_state_conflict when the flow runs, has written assets or was not approved
   */
  async returnToMappings(tenant: Tenant, flow: FlowDocument, session: ClientSession): Promise<FlowDocument> {
    if (!mayReopenMappings(flow))
      throw flowStateConflict(
        'Mappings can be changed again while the inventory is shown and not written, or where the flow stopped in data cleansing.',
      );
    const now = this.deps.clock.now();
    const changed = await this.deps.flows.change(
      tenant,
      { _id: flow._id, status: flow.status, current_phase: flow.current_phase },
      {
        $set: {
          ...beforeApproval(flow, now),
          due: null,
          error: null,
          updated_at: now,
        },
        $inc: { revision: 1 },
      },
      session,
    );
    return orConflict(changed, 'Somebody else moved the flow on at the same time.');
  }

  /**
   * The analyst has seen what would become of the inventory and lets it be written.
   *
   * @throws AppError flow_state_conflict when the flow does not wait for it
   */
  async startApplying(tenant: Tenant, flowId: string, session: ClientSession): Promise<FlowDocument> {
    const now = this.deps.clock.now();
    const changed = await this.deps.flows.change(
      tenant,
      {
        _id: flowId,
        status: 'waiting_for_approval',
        current_phase: 'asset_inventory',
        'phases.phase': 'asset_inventory',
      },
      { $set: { ...this.runAgain('asset_inventory', now), inventory_decision: 'apply' }, $inc: { revision: 1 } },
      session,
    );
    return orConflict(changed, 'The flow does not wait for its inventory to be applied.');
  }

  /**
   * Lets a stopped flow run on from the phase it stopped in, with a full set of attempts; what was read before is kept.
   *
   * @throws AppError flow_state_conflict when it did not stop
   */
  async runOn(tenant: Tenant, flow: FlowDocument, session: ClientSession): Promise<FlowDocument> {
    if (!isAgentPhase(flow.current_phase))
      throw flowStateConflict(`Only a failed or paused flow can be resumed; this one is ${flow.status}.`);
    const changed = await this.deps.flows.change(
      tenant,
      { _id: flow._id, status: trusted({ $in: ['failed', 'paused'] }), 'phases.phase': flow.current_phase },
      { $set: { ...this.runAgain(flow.current_phase, this.deps.clock.now()), error: null }, $inc: { revision: 1 } },
      session,
    );
    return orConflict(changed, `Only a failed or paused flow can be resumed; this one is ${flow.status}.`);
  }

  /**
   * Stops a running flow where it is; its agent notices at its next heartbeat.
   *
   * @throws AppError flow_state_conflict when it does not run
   */
  async markPaused(tenant: Tenant, { flow, stopping }: StoppedFlow, session: ClientSession): Promise<FlowDocument> {
    if (!isAgentPhase(flow.current_phase))
      throw flowStateConflict(`Only a running flow can be paused; this one is ${flow.status}.`);
    const changed = await this.deps.flows.change(
      tenant,
      {
        _id: flow._id,
        status: trusted({ $in: ['initialized', 'running'] }),
        current_phase: flow.current_phase,
        'phases.phase': flow.current_phase,
      },
      {
        $set: {
          ...state('paused'),
          due: null,
          stopping,
          'phases.$.status': 'queued',
          updated_at: this.deps.clock.now(),
        },
        $inc: { revision: 1 },
      },
      session,
    );
    return orConflict(changed, `Only a running flow can be paused; this one is ${flow.status}.`);
  }

  /**
   * Derives again what follows from the whole inventory, which decisions on conflicts have changed since.
   *
   * @throws AppError flow_state_conflict when the flow is not completed
   * @throws a duplicate key error when another flow of the tenant is open
   */
  async startRebuild(tenant: Tenant, flow: FlowDocument, by: string, session: ClientSession): Promise<FlowDocument> {
    const now = this.deps.clock.now();
    const changed = await this.deps.flows.change(
      tenant,
      { _id: flow._id, status: 'completed' },
      {
        $set: {
          ...reopened(flow, derivedPhases, now),
          due: duePhase(derivedPhases[0], now, this.deps.maxAttempts),
          rebuild: { requested_by: by, requested_at: now },
          updated_at: now,
        },
        $inc: { revision: 1 },
      },
      session,
    );
    return orConflict(
      changed,
      `Dependencies and debts can be rebuilt once a flow is completed; this one is ${flow.status}.`,
    );
  }

  /**
   * Takes an import back: its flow opens again and undoes what came of it, however far it came before it was deleted.
   *
   * @throws AppError flow_state_conflict when the flow is neither completed nor deleted
   * @throws a duplicate key error when another flow of the tenant is open
   */
  async startWithdrawal(
    tenant: Tenant,
    flow: FlowDocument,
    request: EndRequest,
    session: ClientSession,
  ): Promise<FlowDocument> {
    const now = this.deps.clock.now();
    const changed = await this.deps.flows.change(
      tenant,
      { _id: flow._id, status: trusted({ $in: ['completed', 'deleted'] }) },
      {
        $set: {
          ...reopened(flow, withdrawalRoute, now),
          due: duePhase('withdrawal', now, this.deps.maxAttempts),
          withdrawal: { requested_by: request.by.name, requested_at: now, forget_mappings: request.forgetMappings },
          updated_at: now,
        },
        $inc: { revision: 1 },
      },
      session,
    );
    return orConflict(changed, `Only a completed or deleted import can be withdrawn; its flow is ${flow.status}.`);
  }

  /**
   * Ends a flow and frees its tenant's slot. A deleted one stays as it is.
   *
   * @throws AppError flow_state_conflict while it takes its import back
   */
  async markDeleted(
    tenant: Tenant,
    { flow, stopping }: StoppedFlow,
    session: ClientSession,
  ): Promise<FlowDocument | null> {
    if (flow.is_open && isWithdrawing(flow)) throw flowStateConflict(whyKept(flow));
    return this.deps.flows.change(
      tenant,
      { _id: flow._id, status: trusted({ $ne: 'deleted' }) },
      { $set: { ...state('deleted'), due: null, stopping, updated_at: this.deps.clock.now() }, $inc: { revision: 1 } },
      session,
    );
  }

  private runAgain(phase: Parameters<typeof duePhase>[0], now: Date) {
    return {
      ...state('running'),
      due: duePhase(phase, now, this.deps.maxAttempts),
      'phases.$.status': 'queued',
      'phases.$.queued_at': now,
      'phases.$.finished_at': null,
      updated_at: now,
    } as const;
  }
}
