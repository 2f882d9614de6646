import type { ProductStanding, SuggestedTreatment } from './assessment.ts';
import type { AssessedSubject } from './assessed-fields.ts';
import { valuesOf } from './evidence.ts';
import { isOwnDevelopment } from './own-development.ts';
import { notEnough, suggest, type TreatmentFacts } from './suggested-treatment.ts';
import { boughtInstead, supportClause, supportForMove, type SupportForMove } from './support-for-move.ts';

/** Products by the meaning of their support for a move. */
type BySupport = (...supports: readonly SupportForMove[]) => ProductStanding[];

const bySupport =
  (products: readonly ProductStanding[], day: string): BySupport =>
  (...supports) =>
    products.filter((one) => supports.includes(supportForMove(one, day)));

/** Databases: a supported engine can move as it is, another needs a newer one. */
export function databaseTreatment({ asset, others, day }: TreatmentFacts): SuggestedTreatment {
  const engines = others.filter((one) => one.field === 'database_type');
  if (engines.length === 0) return unnamed(asset, ['database_type'], 'No cell says which database it is.');
  const those = bySupport(engines, day);
  const said = (products: readonly ProductStanding[], advice: string): string[] =>
    distinct(products.map((one) => `${supportClause(one, day)}${advice}.`));
  const old = those('ended', 'bought', 'ends_first');
  if (old.length > 0)
    return suggest('replatform', said(old, ': move to a newer release'), [
      'It is upgraded before the move: then rehost.',
      ...new Set(those('ends_first').flatMap(boughtInstead)),
      'Its data moves into a bought application: then repurchase.',
    ]);
  const [unsure] = those('unknown');
  if (unsure !== undefined)
    return notEnough([`database_type (${unsure.missing ?? 'end of support'})`], said([unsure], ''));
  return suggest(
    'rehost',
    [...said(those('ends_soon'), ': upgrade first, or soon after the move'), ...said(those('lasts'), '')],
    ['A managed database is wanted: then replatform.'],
  );
}

/** Applications: their footing decides; their vendor decides between building anew and buying anew. */
export function applicationTreatment(facts: TreatmentFacts): SuggestedTreatment {
  const { asset, others, day } = facts;
  const those = bySupport(others, day);
  const unsure = those('unknown');
  const [first] = unsure;
  if (others.length === 0)
    return unnamed(asset, ['technology_stack', 'database_type'], 'No cell says what it is built on.');
  if (first !== undefined && unsure.length === others.length)
    return notEnough([`${first.field} (${first.missing ?? 'end of support'})`], [`${supportClause(first, day)}.`]);
  if (those('ended', 'bought').length > 0) return changed(facts, those('ended', 'bought'));
  const notKnown = unsure.length === 0 ? [] : [`The end of support of ${names(unsure)} is not known.`];
  const built = (products: readonly ProductStanding[], advice: string): string[] =>
    distinct(products.map((one) => `Of what it is built on, ${supportClause(one, day)}: ${advice}.`));
  if (those('ends_first').length > 0)
    return suggest(
      'replatform',
      [...built(those('ends_first'), 'move to a newer release'), ...notKnown],
      ['It is upgraded before the move: then rehost.', 'It does not run on newer releases unchanged: then refactor.'],
    );
  const lasting = those('lasts');
  return suggest(
    'rehost',
    [
      ...built(those('ends_soon'), 'upgrade first, or soon after the move'),
      ...(lasting.length === 0 ? [] : [`Of what it is built on, ${names(lasting)} ${isOrAre(lasting)} supported.`]),
      ...notKnown,
    ],
    ['Its servers are replatformed: it goes with them.', 'It is replaced by a service: then repurchase.'],
  );
}

/** An application on products without updates has to be changed, or replaced. */
function changed({ asset, day }: TreatmentFacts, ended: readonly ProductStanding[]): SuggestedTreatment {
  const reasons = distinct(ended.map((one) => `Of what it is built on, ${supportClause(one, day)}.`));
  const vendors = valuesOf(asset, 'vendor').flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const vendor = vendors.find((one) => !isOwnDevelopment(one));
  const nobody = vendors[0] === undefined ? 'No vendor is named' : `Its vendor is given as ${vendors[0]}`;
  return vendor === undefined
    ? suggest(
        'refactor',
        [...reasons, `${nobody}, so it has to be changed by its owners.`],
        ['It is a bought product: then repurchase.', 'It runs on newer releases unchanged: then replatform.'],
      )
    : suggest(
        'repurchase',
        [...reasons, `${vendor} is named as its vendor: a newer edition, or a service, can replace it.`],
        ['The vendor supports it on newer releases: then replatform.', 'It is own development: then refactor.'],
      );
}

/** No product is known: no cell speaks of one, or the data does not know the names in the cells. */
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

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
const names = (products: readonly ProductStanding[]): string => distinct(products.map((one) => one.product)).join(', ');
const isOrAre = (products: readonly ProductStanding[]): string => (products.length === 1 ? 'is' : 'are');
