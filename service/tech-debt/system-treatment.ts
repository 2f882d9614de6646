import type { ProductStanding, SuggestedTreatment } from './assessment.ts';
import { textOf, valuesOf } from './evidence.ts';
import { isWhereItRuns } from './hypervisor-host.ts';
import { PROPRIETARY_UNIX } from './product-names.ts';
import { isExtendedFree } from './lifecycle-row.ts';
import { notEnough, suggest, type TreatmentFacts } from './suggested-treatment.ts';

/** Instruction sets public clouds offer. */
const CLOUD_ARCHITECTURES: ReadonlySet<string> = new Set(['x86_64', 'arm64']);

/** Servers and virtual machines: what decides is whether their system runs on, and for how long it is supported. */
export function systemTreatment(facts: TreatmentFacts): SuggestedTreatment {
  const { asset, operatingSystem } = facts;
  if (operatingSystem === null) return notEnough(['operating_system'], ['No cell says which system runs on it.']);
  const { product, family, state, until, extended_until: extended } = operatingSystem;
  if (PROPRIETARY_UNIX.has(family))
    return suggest(
      'replatform',
      [`${product} runs on no public cloud as it is: its applications need another system.`],
      ['Its applications do not exist for another system: then refactor, or retain.'],
    );
  const architecture = textOf(asset, 'os_architecture');
  if (architecture !== null && !CLOUD_ARCHITECTURES.has(architecture))
    return suggest(
      'replatform',
      [`Its architecture is ${architecture}, which public clouds do not offer.`],
      [`It turns out to be x86_64 or arm64.`],
    );
  switch (state) {
    case 'end_of_life':
      return suggest(
        'replatform',
        [
          `${product} gets no security updates any more${since(until)}: move to a release that does.`,
          ...burdens(facts),
        ],
        ['The system is upgraded before the move: then rehost.', 'Nothing that counts runs on it: then retire.'],
      );
    case 'extended_support_only':
      if (isExtendedFree(operatingSystem.releases))
        return suggest(
          'rehost',
          [`${product} gets security updates of free long-term support${untilDay(extended)}.`, ...burdens(facts)],
          [`It moves after ${extended ?? 'that support ends'}: then replatform.`],
        );
      return suggest(
        'replatform',
        [`${product} gets security updates only with extended support that has to be bought.`, ...burdens(facts)],
        ['Extended support is bought: then rehost.'],
      );
    case 'ends_soon':
    case 'supported':
      return suggest(
        'rehost',
        [`${product} is supported${until === null ? '' : ` until ${until}`}.`, ...burdens(facts)],
        [
          `It moves after ${until ?? 'its support ends'}: then replatform.`,
          'Its application is replaced: then retire.',
        ],
      );
    case 'no_data':
      return notEnough(['end of support of its system'], [`${product}: ${operatingSystem.reason}`]);
    case 'not_enough_data':
      return notEnough(
        [missingField(operatingSystem, valuesOf(asset, 'os_version').length > 0)],
        [`${product}: ${operatingSystem.reason}`],
      );
  }
}

const untilDay = (day: string | null): string => (day === null ? '' : ` until ${day}`);
const since = (until: string | null): string => (until === null ? '' : ` since ${until}`);

function missingField({ missing }: ProductStanding, hasVersion: boolean): string {
  const which = missing ?? 'exact release';
  return `os_version (${which}${hasVersion && !which.startsWith('which') ? ', more exact than given' : ''})`;
}

/** What else is past its support, on the machine and below it; said, not decided by. */
function burdens({ asset, others }: TreatmentFacts): string[] {
  const ended = others.filter((one) => one.state === 'end_of_life' || one.state === 'extended_support_only');
  const below = ended.filter((one) => isWhereItRuns(asset, one));
  const on = ended.filter((one) => !below.includes(one));
  return [
    ...(on.length === 0 ? [] : [`On it: ${names(on)}, past security updates.`]),
    ...(below.length === 0
      ? []
      : [`It runs on ${names(below)}, past security updates: that is for its host to settle.`]),
  ];
}

const names = (products: readonly ProductStanding[]): string => products.map((one) => one.product).join(', ');
