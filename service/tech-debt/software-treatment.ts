import type { ProductStanding, SuggestedTreatment } from './assessment.ts';
import type { AssessedSubject } from './assessed-fields.ts';
import { valuesOf } from './evidence.ts';
import { isOwnDevelopment } from './own-development.ts';
import { notEnough, suggest, type TreatmentFacts } from './suggested-treatment.ts';

const isEnded = ({ state }: ProductStanding): boolean => state === 'end_of_life' || state === 'extended_support_only';
const isSupported = ({ state }: ProductStanding): boolean => state === 'supported' || state === 'ends_soon';

/** Databases: a supported engine can move as it is, another needs a newer one. */
export function databaseTreatment({ asset, others }: TreatmentFacts): SuggestedTreatment {
  const engines = others.filter((one) => one.field === 'database_type');
  const [engine] = engines;
  if (engine === undefined) return unnamed(asset, ['database_type'], 'No cell says which database it is.');
  const ended = engines.filter(isEnded);
  if (ended.length > 0)
    return suggest(
      'replatform',
      ended.map(
        ({ product }) => `${product} gets no security updates without paying, or none at all: move to a newer release.`,
      ),
      ['It is upgraded before the move: then rehost.', 'Its data moves into a bought application: then repurchase.'],
    );
  const unsure = engines.find((one) => !isSupported(one));
  if (unsure !== undefined)
    return notEnough(
      [`database_type (${unsure.missing ?? 'end of support'})`],
      [`${unsure.product}: ${unsure.reason}`],
    );
  return suggest(
    'rehost',
    engines.map(({ product, until }) => `${product} is supported until ${until ?? 'a day not said'}.`),
    ['A managed database is wanted: then replatform.'],
  );
}

/** Applications: what they are built on decides; who sells them decides between building anew and buying anew. */
export function applicationTreatment({ asset, others }: TreatmentFacts): SuggestedTreatment {
  const verdicts = others.filter((one) => isEnded(one) || isSupported(one));
  const ended = verdicts.filter(isEnded);
  const [unsure] = others;
  if (verdicts.length === 0)
    return unsure === undefined
      ? unnamed(asset, ['technology_stack', 'database_type'], 'No cell says what it is built on.')
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

/** No product is known: because no cell speaks of one, or because the data does not know what the cells name. */
function unnamed(
  asset: AssessedSubject,
  fields: readonly ('database_type' | 'technology_stack')[],
  silent: string,
): SuggestedTreatment {
  const said = fields.filter((field) => valuesOf(asset, field).length > 0);
  if (said.length === 0) return notEnough([...fields], [silent]);
  return notEnough(
    said.map((field) => `${field} (end of support)`),
    ['The cells name no product the lifecycle data knows.'],
  );
}

const names = (products: readonly ProductStanding[]): string => products.map((one) => one.product).join(', ');
