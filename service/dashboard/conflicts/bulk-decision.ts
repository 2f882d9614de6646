import { countOf, formatNumber } from '#shared/format.ts';
import { DECISIONS_MAX } from '#shared/limits.ts';
import type { DecisionRequest, DecisionsImpact, HeldCase } from '#shared/schemas/conflict.schema.ts';

/** What can be decided on many conflicts alike: new assets for all, or the asset each of them may be. */
export type BulkAction = 'create' | 'merge';

/** Decisions of one flow, as many as a request takes. */
export interface BulkRequest {
  flowId: string;
  decisions: (DecisionRequest & { conflict_id: string })[];
}

/** Whether all of its records are listed; the service decides on no others. */
export function isDecidable({ things, row_count: count }: HeldCase): boolean {
  return things.reduce((sum, thing) => sum + thing.row_numbers.length, 0) >= count;
}

/** Those of the cases that the action decides on: with `merge`, those that may be one asset of the inventory only. */
export function decidedBy(action: BulkAction, cases: readonly HeldCase[]): HeldCase[] {
  return cases.filter((one) => isDecidable(one) && (action === 'create' || onlyCandidate(one) !== null));
}

/** One request a flow, or several where it has more conflicts than one takes. */
export function requestsOf(action: BulkAction, cases: readonly HeldCase[]): BulkRequest[] {
  const requests: BulkRequest[] = [];
  const filling = new Map<string, BulkRequest>();
  for (const one of decidedBy(action, cases)) {
    const flowId = one.origin.flow_id;
    let request = filling.get(flowId);
    if (request === undefined || request.decisions.length === DECISIONS_MAX) {
      request = { flowId, decisions: [] };
      filling.set(flowId, request);
      requests.push(request);
    }
    request.decisions.push({ conflict_id: one.conflict_id, version: one.version, ...decisionOn(action, one) });
  }
  return requests;
}

export function countDecisions(requests: readonly BulkRequest[]): number {
  return requests.reduce((sum, { decisions }) => sum + decisions.length, 0);
}

/** The cases without those that the first `decided` decisions of the requests are about. */
export function undecidedOf(
  cases: readonly HeldCase[],
  requests: readonly BulkRequest[],
  decided: number,
): readonly HeldCase[] {
  const done = requests.flatMap(({ decisions }) => decisions.map(({ conflict_id: id }) => id)).slice(0, decided);
  const closed = new Set(done);
  return cases.filter(({ conflict_id: id }) => !closed.has(id));
}

/** Impacts of requests together; an asset that two of them change is counted by both. */
export function sumOf(impacts: readonly DecisionsImpact[]): DecisionsImpact {
  const sum = (field: 'assets_created' | 'assets_changed' | 'values_changed' | 'assets_unchanged'): number =>
    impacts.reduce((total, impact) => total + impact[field], 0);
  return {
    assets_created: sum('assets_created'),
    assets_changed: sum('assets_changed'),
    values_changed: sum('values_changed'),
    assets_unchanged: sum('assets_unchanged'),
    is_kept_until_applied: impacts.some((impact) => impact.is_kept_until_applied),
  };
}

/** The impact in words, one effect each. */
export function wordsOf(impact: DecisionsImpact, requests: number): string[] {
  const { assets_created: created, assets_changed: changed, values_changed: values, assets_unchanged: kept } = impact;
  // Requests are counted each by itself: what one makes, the next may merge into.
  const most = requests > 1 ? 'At most ' : '';
  return [
    ...(created > 0 ? [`${most}${countOf(created, 'asset is', 'assets are')} created.`] : []),
    ...(changed > 0 ? [`${countOf(values, 'value changes', 'values change')}, in ${countOf(changed, 'asset')}.`] : []),
    ...(kept > 0
      ? [`${countOf(kept, 'asset keeps its values and gets', 'assets keep their values and get')} one more source.`]
      : []),
    ...(requests > 1 && changed + kept > 0
      ? ['If several of these conflicts change the same asset, it is counted more than once here.']
      : []),
    impact.is_kept_until_applied
      ? 'For an import that waits with its preview, it is carried out when the inventory is applied.'
      : 'It is written at once, and taken back only by withdrawing the import.',
  ];
}

/** Of decisions that ended with a refusal, which is about one of them. @param detail what the service says of that one */
export function leftWords(decided: number, wanted: number, detail: string): string {
  const left = wanted - decided;
  const others =
    left === 1 ? '' : ' The others were only not decided with it: look at it or leave it out, and decide again.';
  return `${formatNumber(decided)} decided, ${formatNumber(left)} not. ${detail}${others}`;
}

function decisionOn(action: BulkAction, one: HeldCase): DecisionRequest {
  if (action === 'create') return { action: one.things.length === 1 ? 'merge' : 'separate' };
  const into = onlyCandidate(one);
  return { action: 'merge', ...(into !== null && { asset_id: into }) };
}

function onlyCandidate({ candidates }: HeldCase): string | null {
  const [only, second] = candidates;
  return only === undefined || second !== undefined ? null : only.asset_id;
}
