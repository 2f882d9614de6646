import type { AssetDraft, AssetSource, FieldDecision } from './asset.ts';
import { joinedValues } from './build-source.ts';
import type { ConflictDecision } from './conflict.ts';
import { refolded } from './fold.ts';

/** The asset (or a new one under the id) with one more source, and what was decided about its fields. */
export function addSource(
  to: AssetDraft | string,
  source: AssetSource,
  decisions: readonly FieldDecision[] = [],
): AssetDraft {
  const before = typeof to === 'string' ? { _id: to, sources: [], field_decisions: [] } : to;
  const { data_import_id: importId } = source;
  const all = inDecisionOrder(before.field_decisions, decisions);
  const chosenRows = new Map(
    all.flatMap((one) => (one.data_import_id === importId ? [[one.field, one.row_number] as const] : [])),
  );
  const own = before.sources.filter(({ data_import_id }) => data_import_id === importId);
  const others = before.sources.filter(({ data_import_id }) => data_import_id !== importId);
  return refolded(before, [...others, joinSources([...own, source], chosenRows)], all);
}

/**
 * The newest last, for it counts. What was decided before on the same field on the occasion of another import stays behind
 * it: it counts again when the newer one's import is withdrawn.
 */
function inDecisionOrder(before: readonly FieldDecision[], decisions: readonly FieldDecision[]): FieldDecision[] {
  const isReplaced = (known: FieldDecision): boolean =>
    decisions.some((one) => one.field === known.field && one.occasion_import_id === known.occasion_import_id);
  const kept = before.filter((known) => !isReplaced(known));
  return [...kept, ...decisions].sort((a, b) => a.decided_at.getTime() - b.decided_at.getTime());
}

/**
 * Choices of rows, and of values the asset has, as decisions that later imports do not overrule. Where the source says
 * nothing there is nothing to choose.
 */
export function fieldDecisions(
  decision: ConflictDecision,
  source: AssetSource,
  asset: Pick<AssetDraft, 'values'> | null,
): FieldDecision[] {
  return Object.entries(decision.fields).flatMap(([field, row]) => {
    const cell = row === null ? asset?.values[field]?.[0] : { data_import_id: source.data_import_id, row_number: row };
    if (cell === undefined || !Object.hasOwn(source.values, field)) return [];
    return {
      field,
      data_import_id: cell.data_import_id,
      row_number: cell.row_number,
      decided_by: decision.decided_by,
      decided_at: decision.decided_at,
      occasion_import_id: source.data_import_id,
    };
  });
}

/**
 * Sources of one import that turned out to be of one asset: the first that says something of a field counts, unless it says
 * less than a later one or a row was chosen for it.
 *
 * @param sources at least one
 */
export function joinSources(
  sources: readonly AssetSource[],
  chosenRows: ReadonlyMap<string, number | null>,
): AssetSource {
  const [first] = sources;
  if (first === undefined) throw new Error('There is nothing to join.');
  if (sources.length === 1) return first;
  const values = joinedValues(
    sources.map((source) => source.values),
    chosenRows,
  );
  const classified = sources.find(({ asset_class }) => asset_class !== 'unknown') ?? first;
  return {
    ...first,
    asset_class: classified.asset_class,
    class_rule: classified.class_rule,
    row_numbers: [...new Set(sources.flatMap((source) => source.row_numbers))].sort((a, b) => a - b),
    keys: [...new Set(sources.flatMap((source) => source.keys))],
    values,
    components: sources.flatMap((source) => source.components).sort((a, b) => a.row_number - b.row_number),
    decided_by: sources.find(({ decided_by }) => decided_by !== null)?.decided_by ?? null,
  };
}
