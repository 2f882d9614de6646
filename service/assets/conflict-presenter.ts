import type {
  ConflictDetail,
  ConflictOrigin,
  ConflictView,
  DecisionsImpact,
  HeldCase,
} from '#shared/schemas/conflict.schema.ts';
import type { AskedAgain, ConflictDecision } from '../inventory/conflict.ts';
import { presentValue, presentValues } from './asset-presenter.ts';
import type { CellPlaces } from './cell-places.ts';
import type { Impact } from './conflict-decisions.ts';
import type { ConflictReader, OriginFlow } from './conflict-reader.ts';
import type { CurrentCase } from './current-cases.ts';

type VersionedCase = Omit<CurrentCase, 'since'>;
type SidesOfCase = Awaited<ReturnType<ConflictReader['get']>>;

/** From documents to the wire; the only way out for conflicts. */

export function presentConflict({ conflict, version }: VersionedCase, places: CellPlaces): ConflictView {
  return {
    conflict_id: conflict._id,
    version,
    kind: conflict.kind,
    reason: conflict.reason,
    row_numbers: conflict.row_numbers,
    row_count: conflict.row_count ?? conflict.row_numbers.length,
    header_row: places.headerRowOf(conflict),
    things: conflict.things.map(({ name, row_numbers, asset_id }) => ({ name, row_numbers, asset_id })),
    candidates: conflict.candidates,
    differing: conflict.differing.map(({ field, options }) => ({
      field,
      options: options.map((value) => presentValue(value, places)),
    })),
    decision: conflict.decision === null ? null : presentDecision(conflict.decision),
  };
}

function presentDecision(decision: ConflictDecision | AskedAgain): NonNullable<ConflictView['decision']> {
  const decided_at = decision.decided_at.toISOString();
  if (decision.action !== 'asked_again') return { ...decision, decided_at, asked_by_import_id: null };
  const { action, decided_by, data_import_id: asked_by_import_id } = decision;
  return { action, decided_by, decided_at, asked_by_import_id, asset_id: null, fields: {}, rule_id: null };
}

export function presentHeldCase(current: VersionedCase, flow: OriginFlow, places: CellPlaces): HeldCase {
  return { ...presentConflict(current, places), origin: presentOrigin(flow) };
}

export function presentConflictDetail({ flow, sides, places, ...current }: SidesOfCase): ConflictDetail {
  return {
    ...presentHeldCase(current, flow, places),
    sides: sides.map(({ assetId, row_numbers, name, asset_class, keys, values }) => ({
      asset_id: assetId,
      row_numbers,
      name,
      asset_class,
      keys,
      values: presentValues(values, places),
    })),
  };
}

export function presentOrigin({ _id, data_import_id, filename, sheet_name, status }: OriginFlow): ConflictOrigin {
  return { flow_id: _id, data_import_id, filename, sheet_name, flow_status: status };
}

export function presentImpact(impact: Impact): DecisionsImpact {
  return {
    assets_created: impact.created,
    assets_changed: impact.changed,
    values_changed: impact.values,
    assets_unchanged: impact.unchanged,
    is_kept_until_applied: impact.isKeptUntilApplied,
  };
}
