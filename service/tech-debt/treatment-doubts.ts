import type { Treatment } from '#shared/statuses.ts';
import { dayOf } from './support-debts.ts';
import { textOf } from './evidence.ts';
import { isHypervisorHost, isWhereItRuns } from './hypervisor-host.ts';
import { HYPERVISOR_FAMILIES, PROPRIETARY_UNIX } from './product-names.ts';
import { doubtsOfStanding } from './standing-treatment.ts';
import { andMore } from './stands-on-clauses.ts';
import type { TreatmentFacts } from './suggested-treatment.ts';
import { isWithinHorizon, supportClause, supportForMove } from './support-for-move.ts';

/** Treatments that move, or keep, a thing as it is. */
const AS_IT_IS: ReadonlySet<Treatment> = new Set(['rehost', 'retain']);
/** Doubts on things that may be no longer, or not yet, in use. */
const BY_STATUS: ReadonlyMap<string, string> = new Map([
  ['retired', 'But its status is retired.'],
  ['disposed', 'But its status is disposed.'],
  ['inactive', 'But its status is inactive: ask first whether it is still needed.'],
  ['missing', 'But its status is missing: ask first whether it is still there.'],
  ['ordered', 'But its status is ordered: it may not be there yet.'],
  ['pending', 'But its status is pending: it may not be there yet.'],
  ['in_stock', 'But its status is in stock: it may have nothing to move.'],
]);
const BY_STAGE: ReadonlyMap<string, string> = new Map([
  ['retired', 'But its lifecycle stage is retired.'],
  ['phase_out', 'But its lifecycle stage is phase out.'],
]);

/**
 * The reasons against a treatment that the rules did not settle, each a sentence; most of all against one of the sheet.
 */
export function doubtsOf(facts: TreatmentFacts, treatment: Treatment, isGiven: boolean): string[] {
  return [
    ...(isGiven && AS_IT_IS.has(treatment)
      ? [...againstAsItIs(facts, treatment), ...doubtsOfStanding(facts.standsOn)]
      : []),
    ...(AS_IT_IS.has(treatment) ? declaredEnd(facts) : []),
    ...(treatment === 'retain' && !isGiven ? ownSystemsOfService(facts) : []),
    ...doubtsOfUse(facts, treatment, isGiven),
  ];
}

function againstAsItIs(facts: TreatmentFacts, treatment: Treatment): string[] {
  const { asset, operatingSystem, others, day } = facts;
  const primary = operatingSystem === null ? others : [operatingSystem, ...others];
  const own = primary.filter((one) => !isWhereItRuns(asset, one));
  const unsupported = own
    .filter((one) => !['lasts', 'unknown'].includes(supportForMove(one, day)))
    .map((one) => `But ${supportClause(one, day)}.`);
  const family = operatingSystem?.family ?? '';
  const place = [
    ...(PROPRIETARY_UNIX.has(family) ? [`But ${operatingSystem?.product} runs on no public cloud as it is.`] : []),
    ...(isHost(facts) ? ['But it is a host of virtual machines: what runs on it is moved, not the host.'] : []),
    ...(textOf(asset, 'hosting_model') === 'saas' ? ['But it is used as a service already.'] : []),
  ];
  return [...new Set([...unsupported, ...(treatment === 'rehost' ? place : [])])];
}

/** A service brings its systems: those that are named beside it contradict that. */
function ownSystemsOfService({ asset, standsOn }: TreatmentFacts): string[] {
  if (textOf(asset, 'hosting_model') !== 'saas' || standsOn === null) return [];
  return [
    `But it is said to stand on ${andMore(
      standsOn.worst.map(({ name }) => name),
      standsOn.systems,
    )}.`,
  ];
}

/** The sheet's own date, where it is another's than that of the release. */
function declaredEnd({ asset, day }: TreatmentFacts): string[] {
  const declared = dayOf(textOf(asset, 'end_of_support_date'));
  if (declared === null || !isWithinHorizon(declared, day)) return [];
  return [`But the sheet says that support or use ${declared < day ? 'ended' : 'ends'} ${declared}.`];
}

function doubtsOfUse(facts: TreatmentFacts, treatment: Treatment, isGiven: boolean): string[] {
  const { asset, dependents } = facts;
  const byStatus = BY_STATUS.get(textOf(asset, 'status') ?? '');
  const byStage = BY_STAGE.get(textOf(asset, 'lifecycle_stage') ?? '');
  const isFreed = !isGiven && isHost(facts) && byStatus === undefined && byStage === undefined;
  if (treatment === 'retire') return isFreed ? [] : leaningOn(dependents);
  const off = textOf(asset, 'power_state') === 'off' ? offWords(dependents, isGiven) : undefined;
  return [byStatus, byStage, off].filter((one) => one !== undefined);
}

function leaningOn(dependents: TreatmentFacts['dependents']): string[] {
  if (dependents?.isLeanedOn !== true) return [];
  const { count } = dependents;
  if (count === 0) return ['But another known asset stands on it.'];
  return [`But ${count === 1 ? '1 known asset leans' : `${count} known assets lean`} on it.`];
}

const isHost = ({ asset, operatingSystem }: TreatmentFacts): boolean =>
  isHypervisorHost(asset) || HYPERVISOR_FAMILIES.has(operatingSystem?.family ?? '');

function offWords(dependents: TreatmentFacts['dependents'], isGiven: boolean): string {
  if (dependents === null) return 'But it is switched off, and nothing is known of what depends on it.';
  if (dependents.isLeanedOn) return 'It is switched off, but known assets lean on it.';
  return isGiven ? 'But it is switched off, and no known asset depends on it.' : 'But it is switched off.';
}
