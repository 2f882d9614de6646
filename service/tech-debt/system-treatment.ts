import type { AssessedSubject } from './assessed-fields.ts';
import type { ProductStanding, SuggestedTreatment } from './assessment.ts';
import { textOf, valuesOf } from './evidence.ts';
import { isWhereItRuns } from './hypervisor-host.ts';
import { PROPRIETARY_UNIX } from './product-names.ts';
import { notEnough, suggest, type TreatmentFacts } from './suggested-treatment.ts';
import { afterLastDay, boughtInstead, needsNewRelease, supportClause, supportForMove } from './support-for-move.ts';

/** Instruction sets public clouds offer. */
const CLOUD_ARCHITECTURES: ReadonlySet<string> = new Set(['x86_64', 'arm64']);

export const isInPublicCloud = (asset: AssessedSubject): boolean => textOf(asset, 'hosting_model') === 'public_cloud';

/** Servers and virtual machines: their system decides, by whether it runs on and for how long it is supported. */
export function systemTreatment(facts: TreatmentFacts): SuggestedTreatment {
  const { asset, operatingSystem } = facts;
  if (operatingSystem === null) return notEnough(['operating_system'], ['No cell says which system runs on it.']);
  const { product, family, state } = operatingSystem;
  if (PROPRIETARY_UNIX.has(family) && !isInPublicCloud(asset))
    return suggest(
      'replatform',
      [`${product} runs on no public cloud as it is: its applications need another system.`],
      ['Its applications do not exist for another system: then refactor, or retain.'],
    );
  const architecture = textOf(asset, 'os_architecture');
  if (architecture !== null && !isInPublicCloud(asset) && !CLOUD_ARCHITECTURES.has(architecture))
    return suggest(
      'replatform',
      [`Its architecture is ${architecture}, which public clouds do not offer.`],
      [`It turns out to be x86_64 or arm64.`],
    );
  const clause = supportClause(operatingSystem, facts.day);
  switch (supportForMove(operatingSystem, facts.day)) {
    case 'ended':
      return suggest(
        'replatform',
        [`${clause}: move to a release that gets them.`, ...burdens(facts)],
        ['The system is upgraded before the move: then rehost.', 'Nothing that counts runs on it: then retire.'],
      );
    case 'bought':
      return suggest('replatform', [`${clause}.`, ...burdens(facts)], ['Extended support is bought: then rehost.']);
    case 'ends_first':
      return suggest(
        'replatform',
        [`${clause}: move to a newer release, since a move is seldom done sooner.`, ...burdens(facts)],
        ['The system is upgraded before the move: then rehost.', ...boughtInstead(operatingSystem)],
      );
    case 'ends_soon':
      return suggest(
        'rehost',
        [`${clause}: upgrade first, or soon after the move.`, ...burdens(facts)],
        [`${afterLastDay(operatingSystem)}: then replatform.`, 'Its application is replaced: then retire.'],
      );
    case 'lasts':
      return suggest(
        'rehost',
        [`${clause}.`, ...burdens(facts)],
        [`${afterLastDay(operatingSystem)}: then replatform.`, 'Its application is replaced: then retire.'],
      );
    case 'unknown':
      if (state === 'no_data') return notEnough(['end of support of its system'], [`${clause}.`]);
      return notEnough([missingField(operatingSystem, valuesOf(asset, 'os_version').length > 0)], [`${clause}.`]);
  }
}

function missingField({ missing }: ProductStanding, hasVersion: boolean): string {
  const which = missing ?? 'exact release';
  return `os_version (${which}${hasVersion && !which.startsWith('which') ? ', more exact than given' : ''})`;
}

/** Other products past their support, on the machine and below it; said, not decided by. */
function burdens({ asset, others, day }: TreatmentFacts): string[] {
  const ended = others.filter((one) => needsNewRelease(supportForMove(one, day)));
  return [...new Set(ended.map((one) => burden(one, isWhereItRuns(asset, one), day)))];
}

const burden = (one: ProductStanding, isBelow: boolean, day: string): string =>
  isBelow
    ? `Below it, ${supportClause(one, day)}: that is for its host to settle.`
    : `On it, ${supportClause(one, day)}.`;
