import type { Treatment } from '#shared/statuses.ts';
import type { AssessedSubject } from './assessed-fields.ts';
import type { SuggestedTreatment } from './assessment.ts';
import { textOf } from './evidence.ts';
import { isHypervisorHost } from './hypervisor-host.ts';
import { HYPERVISOR_FAMILIES } from './product-names.ts';
import { applicationTreatment, databaseTreatment } from './software-treatment.ts';
import { notEnough, suggest, type TreatmentFacts } from './suggested-treatment.ts';
import { isInPublicCloud, systemTreatment } from './system-treatment.ts';
import { withStandsOn } from './standing-treatment.ts';
import { doubtsOf } from './treatment-doubts.ts';

const notApplicable = (reason: string): SuggestedTreatment => ({
  treatment: null,
  treatment_state: 'not_applicable',
  reasons: [reason],
  would_change: [],
  missing_fields: [],
});

/**
 * The treatment the rules suggest, with the reasons for and against it; the first rule that applies decides. A
 * treatment of the sheet goes first.
 */
export function treatmentOf(facts: TreatmentFacts): SuggestedTreatment {
  const suggested = given(facts.asset) ?? gone(facts) ?? keptInCloud(facts, byClass(facts));
  const { treatment, treatment_state: state, reasons } = suggested;
  if (treatment === null) return suggested;
  return { ...suggested, reasons: [...reasons, ...doubtsOf(facts, treatment, state === 'given')] };
}

/** An asset in a public cloud has arrived: where it could be moved as it is, it stays. */
function keptInCloud({ asset }: TreatmentFacts, suggested: SuggestedTreatment): SuggestedTreatment {
  if (suggested.treatment !== 'rehost' || !isInPublicCloud(asset)) return suggested;
  return suggest(
    'retain',
    ['It runs in a public cloud already.', ...suggested.reasons],
    ['It is to move to another place: then rehost.'],
  );
}

/** `relocate` is the seventh R of some sheets: the machine moves as it is. */
const GIVEN: ReadonlyMap<string, Treatment> = new Map<string, Treatment>([
  ['rehost', 'rehost'],
  ['relocate', 'rehost'],
  ['replatform', 'replatform'],
  ['refactor', 'refactor'],
  ['repurchase', 'repurchase'],
  ['retain', 'retain'],
  ['retire', 'retire'],
]);

function given(asset: AssessedSubject): SuggestedTreatment | null {
  const said = textOf(asset, 'six_r_strategy');
  const treatment = said === null ? undefined : GIVEN.get(said);
  if (said === null || treatment === undefined) return null;
  return {
    ...suggest(treatment, [`The sheet says ${said}.`], ['The sheet is corrected.']),
    treatment_state: 'given',
  };
}

/** An asset that is no longer used, or used as a service, is not moved. */
function gone({ asset, dependents }: TreatmentFacts): SuggestedTreatment | null {
  const status = textOf(asset, 'status');
  const stage = textOf(asset, 'lifecycle_stage');
  if (status === 'retired' || status === 'disposed')
    return suggest('retire', [`Its status is ${status}.`], ['It is in use after all.']);
  if (stage === 'retired' || stage === 'phase_out')
    return suggest('retire', [`Its lifecycle stage is ${stage.replace('_', ' ')}.`], ['It is to be kept after all.']);
  if (textOf(asset, 'hosting_model') === 'saas')
    return suggest('retain', ['It is used as a service already.'], ['The service is to be replaced.']);
  if (textOf(asset, 'power_state') === 'off' && !isToCome(status) && dependents?.isLeanedOn === false)
    return suggest(
      'retire',
      ['It is switched off, and no known asset depends on it.'],
      ['It is kept on purpose: a template, a cold standby, something seasonal.'],
    );
  if ((status === 'inactive' || status === 'missing') && dependents?.isLeanedOn === false)
    return suggest(
      'retire',
      [`Its status is ${status}, and no known asset depends on it.`],
      [status === 'missing' ? 'It is found.' : 'It is used after all, or kept on purpose.'],
    );
  return null;
}

/** An asset that is not there yet, or not in its place, is off for that. */
const isToCome = (status: string | null): boolean =>
  status === 'ordered' || status === 'pending' || status === 'in_stock';

/** A machine on a hypervisor is migrated, the hypervisor is not; its system can be a common one, or not be known. */
function hypervisorTreatment({ asset, operatingSystem }: TreatmentFacts): SuggestedTreatment | null {
  const isHypervisor = operatingSystem !== null && HYPERVISOR_FAMILIES.has(operatingSystem.family);
  if (!isHypervisor && !isHypervisorHost(asset)) return null;
  const what = isHypervisor ? 'a hypervisor' : 'a host of virtual machines';
  const system = operatingSystem === null ? '' : ` (${operatingSystem.product})`;
  return suggest(
    'retire',
    [`It is ${what}${system}: what runs on it is moved, the host is then free.`],
    ['Some of what runs on it stays.'],
  );
}

function byClass(facts: TreatmentFacts): SuggestedTreatment {
  const { asset } = facts;
  switch (asset.asset_class) {
    case 'server':
    case 'virtual_machine':
    case 'container':
      return hypervisorTreatment(facts) ?? systemTreatment(facts);
    case 'database':
      return withStandsOn(facts, databaseTreatment(facts));
    case 'application':
      return withStandsOn(facts, applicationTreatment(facts));
    case 'unknown':
      return notEnough(['asset_type'], ['It is not known what it is.']);
    default:
      return notApplicable(`Treatments are for workloads; a ${asset.asset_class.replaceAll('_', ' ')} is none.`);
  }
}
