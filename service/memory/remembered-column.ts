import type { CleansingChoiceWire } from '#shared/schemas/cleansing.schema.ts';
import type { RememberedMapping } from '../mapping/remembered.ts';
import type { MappingMemoryDocument, RememberedMeaning } from '../models/mapping-memory.model.ts';

/** A remembered decision, with the answers of such columns. */
export interface RememberedColumn extends RememberedMapping {
  cleansing: CleansingChoiceWire | null;
  meanings: readonly RememberedMeaning[];
}

export function rememberedColumn(entry: MappingMemoryDocument): RememberedColumn {
  return {
    id: entry._id,
    fingerprint: entry.fingerprint,
    valueKind: entry.value_kind,
    targetField: entry.target_field,
    isExplicit: entry.is_explicit,
    confirmedBy: entry.confirmed_by,
    confirmedAt: entry.confirmed_at,
    useCount: entry.use_count,
    cleansing: entry.cleansing ?? null,
    meanings: entry.meanings ?? [],
  };
}
