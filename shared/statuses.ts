/** Every closed list of states, in one place: the wire, the database and both screens use these words and no others. */

export const importStatuses = ['pending', 'processing', 'discovery_initiated'] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const flowStatuses = [
  'initialized',
  'running',
  'waiting_for_approval',
  'paused',
  'completed',
  'failed',
  'cancelled',
  'deleted',
] as const;
export type FlowStatus = (typeof flowStatuses)[number];

/** A failed flow is still open: it blocks the tenant's next import until a person resumes or deletes it. */
const openFlowStatuses: readonly FlowStatus[] = ['initialized', 'running', 'waiting_for_approval', 'paused', 'failed'];

/** Whether the flow holds its tenant's one slot for an open flow. */
export function isOpen(status: FlowStatus): boolean {
  return openFlowStatuses.includes(status);
}

/**
 * Whether the flow has ended. Somebody may still open it again, withdraw or delete it: pollers ask more seldom.
 */
export function isFinal(status: FlowStatus): boolean {
  return status === 'completed' || status === 'cancelled' || status === 'deleted';
}

/** Phases of an import in the order they run. */
export const discoveryPhases = [
  'data_validation',
  'field_mapping',
  'waiting_for_approval',
  'data_cleansing',
  'asset_inventory',
  'dependency_analysis',
  'tech_debt_assessment',
] as const;

/** Phases that an agent runs; the others wait for a person. Withdrawing an import is one more phase of its flow. */
export const agentPhases = [
  'data_validation',
  'field_mapping',
  'data_cleansing',
  'asset_inventory',
  'dependency_analysis',
  'tech_debt_assessment',
  'withdrawal',
] as const;
export type AgentPhase = (typeof agentPhases)[number];

export const flowPhases = [...agentPhases, 'waiting_for_approval'] as const;
export type FlowPhase = (typeof flowPhases)[number];

/** What a flow that is `waiting_for_approval` waits for, by the phase in which it does. */
export const waitPhases = {
  mappings: 'waiting_for_approval',
  inventory: 'asset_inventory',
} as const satisfies Readonly<Record<string, FlowPhase>>;
export type FlowWait = keyof typeof waitPhases;
export const flowWaits = ['mappings', 'inventory'] as const satisfies readonly FlowWait[];

export const phaseStatuses = ['not_started', 'queued', 'running', 'waiting', 'completed', 'failed'] as const;
export type PhaseStatus = (typeof phaseStatuses)[number];

/**
 * `abandoned`: its worker died or lost the phase to a later attempt. `cancelled`: a person ended its flow, or went back
 * to the mappings. Nothing of either was kept.
 */
export const taskStatuses = ['running', 'completed', 'failed', 'cancelled', 'abandoned'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** Jobs of the queue: one runs a phase, others read partitions of it for the worker that does. */
export const jobKinds = ['flow.run-phase', 'flow.help-phase'] as const;
export type JobKind = (typeof jobKinds)[number];

export const mappingStatuses = ['suggested', 'approved', 'rejected'] as const;
export type MappingStatus = (typeof mappingStatuses)[number];

/**
 * The ground of a mapping: an equal name, a known alias, words in common, the values, several of these, an earlier
 * decision, a person, nothing.
 */
export const matchTypes = ['exact', 'alias', 'tokens', 'values', 'combined', 'remembered', 'manual', 'none'] as const;
export type MatchType = (typeof matchTypes)[number];

/** A coarse kind of values: the same header over values of another kind is another column. `none`: no values to tell by. */
export const valueKinds = ['none', 'text', 'number', 'date', 'boolean', 'ip', 'mac', 'email', 'id'] as const;
export type ValueKind = (typeof valueKinds)[number];

export const findingSeverities = ['error', 'warning', 'info'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/** Ordered: an admin may do what an analyst may, an analyst what a viewer may. */
export const roles = ['viewer', 'analyst', 'admin'] as const;
export type Role = (typeof roles)[number];

export function roleIncludes(held: Role, needed: Role): boolean {
  return roles.indexOf(held) >= roles.indexOf(needed);
}

/** The purpose of an import, as the analyst says it; the words of the original's upload categories. */
export const importCategories = ['cmdb', 'app-discovery', 'infrastructure', 'sensitive'] as const;
export type ImportCategory = (typeof importCategories)[number];

/** An upload session on the wire. An expired one answers 410, a discarded one 404. */
export const uploadStates = ['open', 'published'] as const;

/** An upload session as it is stored: expired and discarded ones wait for their rows to be swept. */
export const storedUploadStates = [...uploadStates, 'expired', 'discarded'] as const;
export type StoredUploadState = (typeof storedUploadStates)[number];

/** The class of an asset; `unknown` is an answer. */
export const assetClasses = [
  'server',
  'virtual_machine',
  'application',
  'database',
  'network_device',
  'storage',
  'cluster',
  'container',
  'desktop',
  'other',
  'unknown',
] as const;
export type AssetClass = (typeof assetClasses)[number];

/** Where an asset is used, as cleansing names it. */
export const environments = [
  'production',
  'pre_production',
  'staging',
  'acceptance',
  'test',
  'quality_assurance',
  'integration',
  'development',
  'sandbox',
  'training',
  'disaster_recovery',
] as const;
export type Environment = (typeof environments)[number];

/** Orders an index of the inventory carries, from the first to the last and from the last to the first. */
export const assetSorts = ['name', '-name'] as const;
export type AssetSort = (typeof assetSorts)[number];

/**
 * The outcome of one record in the inventory: every record has exactly one. `component`: a disk or adapter of an asset;
 * `duplicate`: another record of the same asset came before it; `conflict`: held until an analyst decides;
 * `unidentified`: nothing in it names an asset; `not_a_record`: it is a row of totals, a heading or a footer, says the
 * headers once more, or is blank.
 */
export const recordOutcomes = [
  'created',
  'updated',
  'unchanged',
  'component',
  'duplicate',
  'conflict',
  'unidentified',
  'not_a_record',
] as const;
export type RecordOutcome = (typeof recordOutcomes)[number];

export const componentKinds = ['disk', 'network_adapter'] as const;
export type ComponentKind = (typeof componentKinds)[number];

/** How one asset leans on another: `from` runs on, is a member of, … `to`. */
export const edgeRelations = ['runs_on', 'member_of', 'part_of', 'uses_database', 'depends_on', 'backup_of'] as const;
export type EdgeRelation = (typeof edgeRelations)[number];

/**
 * How a product stands at a day. `extended_support_only`: only updates of extended support, mostly to be bought. `no_data`: no date is known,
 * so there is no verdict. `not_enough_data`: the cells say too little to find the date.
 */
export const supportStates = [
  'end_of_life',
  'extended_support_only',
  'ends_soon',
  'supported',
  'no_data',
  'not_enough_data',
] as const;
export type SupportState = (typeof supportStates)[number];

/** The kinds of technical debt. */
export const debtKinds = [
  'end_of_life',
  'end_of_support_soon',
  'declared_end_of_support',
  'size_outlier',
  'missing_owner',
  'single_point_of_failure',
  'old_hardware',
  'warranty_expired',
] as const;
export type DebtKind = (typeof debtKinds)[number];

/** The treatments of an asset in a migration. */
export const treatments = ['rehost', 'replatform', 'refactor', 'repurchase', 'retire', 'retain'] as const;
export type Treatment = (typeof treatments)[number];

/**
 * Where a treatment comes from: the sheet says it, the rules suggest it, it does not apply to such an asset, or too little
 * is known.
 */
export const treatmentStates = ['given', 'suggested', 'not_applicable', 'not_enough_data'] as const;
export type TreatmentState = (typeof treatmentStates)[number];

/**
 * The kinds of changes that an import makes, or would make, to one asset. `missing`: none; only an earlier import of its
 * sheet listed the asset.
 */
export const assetChangeKinds = ['created', 'updated', 'unchanged', 'conflict', 'missing'] as const;
export type AssetChangeKind = (typeof assetChangeKinds)[number];

/** The decisions of a person on records the inventory could not place. */
export const conflictActions = ['merge', 'separate', 'leave_out'] as const;
export type ConflictAction = (typeof conflictActions)[number];

/** Whether held records still wait for a decision. */
export const conflictStates = ['open', 'decided', 'asked_again'] as const;
export type ConflictState = (typeof conflictStates)[number];

/**
 * `resolved`: to exactly one asset. `group`: a cluster, an application, … that is only known by name. `unresolved`: a name
 * nothing in the inventory has. `ambiguous`: several assets have it.
 */
export const edgeStates = ['resolved', 'group', 'unresolved', 'ambiguous'] as const;
export type EdgeState = (typeof edgeStates)[number];
