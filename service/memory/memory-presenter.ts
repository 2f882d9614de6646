import type { RememberedMappingView } from '#shared/schemas/mapping-memory.schema.ts';
import type { MappingMemoryDocument } from '../models/mapping-memory.model.ts';

export function presentRemembered(entry: MappingMemoryDocument): RememberedMappingView {
  return {
    memory_id: entry._id,
    header: entry.header,
    value_kind: entry.value_kind,
    target_field: entry.target_field,
    cleansing: entry.cleansing ?? null,
    meanings: (entry.meanings ?? []).map(({ value, target_value, decided_by, decided_at }) => ({
      value,
      target_value,
      decided_by,
      decided_at: decided_at.toISOString(),
    })),
    is_explicit: entry.is_explicit,
    confirmed_by: entry.confirmed_by,
    confirmed_at: entry.confirmed_at.toISOString(),
    last_used_at: entry.last_used_at.toISOString(),
    use_count: entry.use_count,
    version: entry.version,
  };
}
