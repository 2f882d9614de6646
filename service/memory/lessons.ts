/** What is learned from an import's decided columns: pure; `MappingMemory` reads and writes it. */
import { createHash } from 'node:crypto';
import { MEANINGS_REMEMBERED_MAX } from '#shared/limits.ts';
import type { ValueKind } from '#shared/statuses.ts';
import type { Tenant } from '../access/tenant.ts';
import { headerFingerprint, valueKind } from '../mapping/remembered.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { MappingMemoryDocument, RememberedMeaning } from '../models/mapping-memory.model.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import { isListedWhole } from '../profiling/cut-text.ts';
import { answersOf } from './column-answers.ts';

/** A decided column, as it is learned from: before its approval decides on what was only proposed for its values. */
export interface DecidedColumn {
  mapping: ImportFieldMappingDocument;
  profile: ColumnProfile | undefined;
}

/** What one header over one kind of values was decided to be. */
interface Lesson {
  id: string;
  fingerprint: string;
  kind: ValueKind;
  mapping: ImportFieldMappingDocument;
  /** null: left out. */
  target: string | null;
  isExplicit: boolean;
  /** What somebody said of values, not what was proposed and left untouched. */
  meanings: readonly RememberedMeaning[];
}

/** By the id of their entry; of several columns with the same one the last counts, with what was said of either's values. */
export function lessonsOf(tenant: Tenant, columns: readonly DecidedColumn[]): Map<string, Lesson> {
  const lessons = new Map<string, Lesson>();
  for (const column of columns) {
    const lesson = lessonOf(tenant, column);
    if (lesson === null) continue;
    const before = lessons.get(lesson.id);
    const isSame = before !== undefined && before.target === lesson.target;
    lessons.set(lesson.id, isSame ? { ...lesson, meanings: newest([...before.meanings, ...lesson.meanings]) } : lesson);
  }
  return lessons;
}

/** Null for a column nobody decided on and for one without a header to know it by. */
function lessonOf(tenant: Tenant, { mapping, profile }: DecidedColumn): Lesson | null {
  const fingerprint = headerFingerprint(mapping.source_field);
  if (mapping.status === 'suggested' || fingerprint === '') return null;
  const kind = profile === undefined ? 'none' : valueKind(profile);
  const id = `mem_${createHash('sha256')
    .update(JSON.stringify([tenant.clientAccountId, fingerprint, kind]))
    .digest('hex')
    .slice(0, 32)}`;
  const target = mapping.status === 'rejected' ? null : mapping.target_field;
  return {
    id,
    fingerprint,
    kind,
    mapping,
    target,
    isExplicit: mapping.match_type === 'manual' || mapping.status === 'rejected',
    meanings: target === null ? [] : meaningsOf(mapping),
  };
}

function meaningsOf(mapping: ImportFieldMappingDocument): RememberedMeaning[] {
  return answersOf(mapping)
    .value_decisions.filter(({ value }) => isListedWhole(value))
    .map(({ value, target_value, decided_by, decided_at }) => ({
      value,
      target_value: target_value ?? null,
      decided_by,
      decided_at,
      data_import_id: mapping.data_import_id,
    }));
}

/** Of each value the decision made last, in order of time. */
function newest(meanings: readonly RememberedMeaning[]): RememberedMeaning[] {
  const byValue = new Map<string, RememberedMeaning>();
  for (const meaning of meanings.toSorted((a, b) => a.decided_at.getTime() - b.decided_at.getTime())) {
    byValue.delete(meaning.value);
    byValue.set(meaning.value, meaning);
  }
  return [...byValue.values()].slice(-MEANINGS_REMEMBERED_MAX);
}

/**
 * The entry after an approval. Newest decision wins, but one in bulk never overrules one on the column itself. What takes
 * over the same target in bulk uses the entry and decides nothing: the entry stays the import's that decided it.
 */
export function learned(
  { id, fingerprint, kind, mapping, target, isExplicit, meanings }: Lesson,
  before: MappingMemoryDocument | undefined,
  by: { tenant: Tenant; actor: string; now: Date },
): MappingMemoryDocument {
  const answer = target === null ? null : answersOf(mapping).cleansing;
  const used = { last_used_at: by.now, use_count: (before?.use_count ?? 0) + 1 };
  const decided = {
    engagement_id: by.tenant.engagementId,
    data_import_id: mapping.data_import_id,
    confirmed_by: mapping.decided_by ?? by.actor,
    confirmed_at: by.now,
  };
  if (before !== undefined && before.target_field === target)
    return {
      ...before,
      ...(isExplicit ? decided : {}),
      ...used,
      cleansing: answer ?? (wasTakenBack(mapping, before) ? null : (before.cleansing ?? null)),
      meanings: newest([...(before.meanings ?? []), ...meanings]),
      is_explicit: before.is_explicit || isExplicit,
    };
  if (before !== undefined && before.is_explicit && !isExplicit) return before;
  return {
    _id: id,
    client_account_id: by.tenant.clientAccountId,
    ...decided,
    fingerprint,
    header: before?.header ?? mapping.source_field,
    value_kind: kind,
    target_field: target,
    cleansing: answer,
    meanings: newest(meanings),
    is_explicit: isExplicit,
    last_used_at: by.now,
    use_count: 1,
    version: (before?.version ?? 0) + 1,
  };
}

/** The entry's answer was offered, and whoever decided on the column left none. */
function wasTakenBack(mapping: ImportFieldMappingDocument, before: MappingMemoryDocument): boolean {
  return mapping.memory_id === before._id && mapping.decided_in_bulk !== true;
}
