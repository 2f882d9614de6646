import type { ProductStanding, SuggestedTreatment } from './assessment.ts';
import { valuesOf } from './evidence.ts';
import { isOwnDevelopment } from './own-development.ts';
import { notEnough, suggest, type TreatmentFacts } from './suggested-treatment.ts';

const isEnded = ({ state }: ProductStanding): boolean => state === 'end_of_life' || state === 'extended_support_only';
const isSupported = ({ state }: ProductStanding): boolean => state === 'supported' || state === 'ends_soon';

/** Databases: a supported engine can move as it is, another needs a newer one. */
export function databaseTreatment({ others }: TreatmentFacts): SuggestedTreatment {
  const engine = others.find((one) => one.field === 'database_type');
  if (engine === undefined) return notEnough(['database_type'], ['No cell says which database it is.']);
  if (isEnded(engine))
    return suggest(
      'replatform',
      [`${engine.product} gets no security updates without paying, or none at all: move to a newer release.`],
      ['It is upgraded before the move: then rehost.', 'Its data moves into a bought application: then repurchase.'],
    );
  if (isSupported(engine))
    return suggest(
      'rehost',
      [`${engine.product} is supported until ${engine.until ?? 'a day not said'}.`],
      ['A managed database is wanted: then replatform.'],
    );
  return notEnough([`database_type (${engine.missing ?? 'end of support'})`], [`${engine.product}: ${engine.reason}`]);
}

/** Applications: what they are built on decides; who sells them decides between building anew and buying anew. */
export function applicationTreatment({ asset, others }: TreatmentFacts): SuggestedTreatment {
  const verdicts = others.filter((one) => isEnded(one) || isSupported(one));
  const ended = verdicts.filter(isEnded);
  const [unsure] = others;
  if (verdicts.length === 0)
    return unsure === undefined
      ? notEnough(['technology_stack', 'database_type'], ['No cell says what it is built on.'])
      : notEnough([`${unsure.field} (${unsure.missing ?? 'end of support'})`], [`${unsure.product}: ${unsure.reason}`]);
  if (ended.length === 0)
    return suggest(
      'rehost',
      [`What is known of what it is built on is supported: ${names(verdicts)}.`],
      ['Its servers are replatformed: it goes with them.', 'It is replaced by a service: then repurchase.'],
    );
  const vendors = valuesOf(asset, 'vendor').flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const vendor = vendors.find((one) => !isOwnDevelopment(one));
  const nobody = vendors[0] === undefined ? 'No vendor is named' : `Its vendor is given as ${vendors[0]}`;
  const reason = `It is built on ${names(ended)}, past security updates.`;
  return vendor === undefined
    ? suggest(
        'refactor',
        [reason, `${nobody}, so it has to be changed by its owners.`],
        ['It is a bought product: then repurchase.', 'It runs on newer releases unchanged: then replatform.'],
      )
    : suggest(
        'repurchase',
        [reason, `${vendor} is named as its vendor: a newer edition, or a service, can replace it.`],
        ['The vendor supports it on newer releases: then replatform.', 'It is own development: then refactor.'],
      );
}

const names = (products: readonly ProductStanding[]): string => products.map((one) => one.product).join(', ');
