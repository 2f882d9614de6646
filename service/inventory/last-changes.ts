import type { AssetSource, FieldChange, FieldDecision } from './asset.ts';
import { diffStates } from './diff.ts';
import { foldValues, inImportOrder } from './fold.ts';

/** The newest change of a field that had a value before. */
export interface LastChange {
  field: string;
  before: FieldChange['before'];
  /** The import that ended it. */
  data_import_id: string;
}

/** Imports looked back at: a year of weeks. Each is one more fold of all before it. */
const LOOKED_BACK_MAX = 52;

/** What its fields were before they were what they are, from what its imports say: nothing is stored of it. */
export function lastChanges(sources: readonly AssetSource[], decisions: readonly FieldDecision[]): LastChange[] {
  const inOrder = inImportOrder(sources);
  const found = new Map<string, LastChange>();
  let after = valuesAfter(inOrder, decisions);
  const current = after.values;
  for (let count = inOrder.length - 1; count > 0 && inOrder.length - count <= LOOKED_BACK_MAX; count -= 1) {
    const before = valuesAfter(inOrder.slice(0, count), decisions);
    const { data_import_id } = inOrder[count] as AssetSource;
    for (const change of diffStates(before, after))
      if (change.before.length > 0 && change.field in current && !found.has(change.field))
        found.set(change.field, { field: change.field, before: change.before, data_import_id });
    after = before;
  }
  return [...found.values()].sort((a, b) => (a.field < b.field ? -1 : 1));
}

/** Decisions count from the import on whose occasion they were made. */
function valuesAfter(inOrder: readonly AssetSource[], decisions: readonly FieldDecision[]) {
  const ids = new Set(inOrder.map(({ data_import_id: id }) => id));
  const made = decisions.filter(({ occasion_import_id: id }) => ids.has(id));
  return { values: foldValues(inOrder, made), components: [] };
}
