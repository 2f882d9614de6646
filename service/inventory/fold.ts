import type { AssetClass } from '#shared/statuses.ts';
import type {
  AssetComponent,
  AssetDraft,
  AssetSource,
  AssetState,
  AssetValue,
  AssetValues,
  FieldDecision,
} from './asset.ts';
import { regularText } from '../cleansing/plain-text.ts';
import { formerNameFields } from './former-names.ts';
import { IDS, IdsOfSheets } from './ids-of-sheets.ts';
import { isMadeName } from './made-names.ts';
import { seriesKey } from './sheet-series.ts';
import { isSpeltOtherwise } from './same-spelling.ts';
import { areWeaker } from './weaker-values.ts';

/**
 * What an asset is, from what its imports say of it and what analysts decided. The newest import that says something of a
 * field wins; one that says nothing of it, only less than is known, or the same in another spelling, takes nothing away.
 * Pure: the order of `sources` does not matter.
 *
 * @param sources at least one
 */
export function foldSources(sources: readonly AssetSource[], decisions: readonly FieldDecision[]): AssetState {
  const inOrder = inImportOrder(sources);
  const first = inOrder[0];
  const last = inOrder.at(-1);
  if (first === undefined || last === undefined) throw new Error('An asset without sources is none.');
  const values = foldValues(inOrder, decisions);
  const keys = inOrder.length === 1 ? [...first.keys] : [...new Set(inOrder.flatMap((source) => source.keys))];
  const { asset_class, class_rule } = foldClass(inOrder);
  return {
    asset_class,
    class_rule,
    name: assetName(values, last.keys),
    keys: keys.sort(),
    values,
    components: foldComponents(inOrder),
    first_import_id: first.data_import_id,
    last_import_id: last.data_import_id,
    updated_at: last.imported_at,
  };
}

type ImportOf = Pick<AssetSource, 'data_import_id' | 'imported_at'>;
type ValuesOf = Pick<AssetSource, 'data_import_id' | 'lineage' | 'values'>;

/** Ids begin with their time, and settle what was imported in the same millisecond. */
export function inImportOrder<Source extends ImportOf>(sources: readonly Source[]): Source[] {
  if (sources.length === 1) return [...sources];
  return [...sources].sort(
    (a, b) => a.imported_at.getTime() - b.imported_at.getTime() || (a.data_import_id < b.data_import_id ? -1 : 1),
  );
}

/** As if the import had never been: its source goes, and so do decisions that were made on its occasion. */
export function withoutImport(asset: AssetDraft, dataImportId: string): AssetDraft | null {
  const sources = asset.sources.filter((source) => source.data_import_id !== dataImportId);
  const decisions = asset.field_decisions.filter((decision) => decision.occasion_import_id !== dataImportId);
  if (sources.length === 0) return null;
  const isUntouched = sources.length === asset.sources.length && decisions.length === asset.field_decisions.length;
  return isUntouched ? asset : refolded(asset, sources, decisions);
}

export function refolded(
  asset: Pick<AssetDraft, '_id'>,
  sources: readonly AssetSource[],
  decisions: readonly FieldDecision[],
): AssetDraft {
  const inOrder = inImportOrder(sources);
  return { _id: asset._id, ...foldSources(inOrder, decisions), sources: inOrder, field_decisions: [...decisions] };
}

/** The values that count, fields in the order of their names. Of decisions on one field the last counts whose cell is there. */
export function foldValues(inOrder: readonly ValuesOf[], decisions: readonly FieldDecision[]): AssetValues {
  const [only] = inOrder;
  if (inOrder.length === 1 && only !== undefined && decisions.length === 0) return inNameOrder(only.values);
  const found = new Map<string, AssetValue[]>();
  const ids = new IdsOfSheets();
  for (const { lineage, values: said } of inOrder)
    for (const [field, values] of Object.entries(said)) {
      if (field === IDS) ids.replace(seriesKey(lineage), asStored(values, ids.of(seriesKey(lineage))));
      if (!addNothing(field, values, found.get(field) ?? [])) found.set(field, values);
    }
  for (const field of formerNameFields(inOrder, found)) found.delete(field);
  for (const decision of decisions) {
    const source = inOrder.find((one) => one.data_import_id === decision.data_import_id);
    const chosen = (source?.values[decision.field] ?? []).filter((value) => value.row_number === decision.row_number);
    if (source === undefined || chosen.length === 0) continue;
    const decided = chosen.map((value) => ({ ...value, decided_by: decision.decided_by }));
    found.set(decision.field, decided);
    if (decision.field === IDS) ids.decide(seriesKey(source.lineage), decided);
  }
  if (found.has(IDS)) found.set(IDS, ids.all);
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const asStored = (ids: readonly AssetValue[], stored: readonly AssetValue[]): readonly AssetValue[] =>
  isSpeltOtherwise(IDS, ids, stored) ? stored : ids;

/** They say less than is known, or only spell it otherwise. */
const addNothing = (field: string, values: readonly AssetValue[], known: readonly AssetValue[]): boolean =>
  areWeaker(field, values, known) || isSpeltOtherwise(field, values, known);

/** Most assets have one source, whose values are the asset's; records of one row have them in order already. */
function inNameOrder(values: AssetValues): AssetValues {
  const fields = Object.keys(values);
  if (fields.every((field, index) => index === 0 || (fields[index - 1] ?? '') < field)) return values;
  const ordered: AssetValues = {};
  for (const field of fields.sort()) ordered[field] = values[field] ?? [];
  return ordered;
}

/** A plain `server` may be a virtual one: it does not overrule who knew more. */
function foldClass(inOrder: readonly AssetSource[]): { asset_class: AssetClass; class_rule: string } {
  let said = { asset_class: 'unknown' as AssetClass, class_rule: inOrder.at(-1)?.class_rule ?? '' };
  for (const { asset_class, class_rule } of inOrder) {
    if (asset_class === 'unknown') continue;
    const isVague = asset_class === 'server' && !class_rule.startsWith('physical');
    const knowsMore = said.asset_class === 'virtual_machine' || said.class_rule.startsWith('physical');
    if (!isVague || !knowsMore) said = { asset_class, class_rule };
  }
  return said;
}

/** Of each kind, what the newest import of each sheet lists: a disk that is no longer on the sheet is gone. */
function foldComponents(inOrder: readonly AssetSource[]): AssetComponent[] {
  if (inOrder.every(({ components }) => components.length === 0)) return [];
  const newest = new Map<string, AssetComponent[]>();
  for (const source of inOrder)
    for (const kind of ['disk', 'network_adapter'] as const) {
      const ofKind = source.components.filter((component) => component.kind === kind);
      if (ofKind.length > 0) newest.set(`${kind} ${seriesKey(source.lineage)}`, ofKind);
    }
  return [...newest.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, components]) => components);
}

/** What assets go by. */
export const NAME_FIELDS = ['asset_name', 'hostname', 'fqdn', 'application_name'] as const;

/** The first name that somebody gave; an id written as a name where there is no other. */
function assetName(values: AssetValues, keys: readonly string[]): string {
  let made = '';
  for (const field of NAME_FIELDS) {
    const name = regularText(values[field]?.[0]?.raw ?? '');
    if (name !== '' && !isMadeName(name, field)) return name;
    if (made === '') made = name;
  }
  const [key = ''] = keys;
  return made === '' ? key.slice(key.indexOf(':') + 1) : made;
}
