/** The lessons of an import's decided columns. Pure: `MappingMemory` reads and writes. */
import { createHash } from 'node:crypto';
import { MEANINGS_REMEMBERED_MAX } from '#shared/limits.ts';
import type { ValueKind } from '#shared/statuses.ts';
import type { Tenant } from '../access/tenant.ts';
import { HEADER_MAX_CHARACTERS, headerFingerprint, valueKind } from '../mapping/remembered.ts';
import type { ImportFieldMappingDocument } from '../models/import-field-mapping.model.ts';
import type { MappingMemoryDocument, RememberedMeaning } from '../models/mapping-memory.model.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import { isListedWhole } from '../profiling/cut-text.ts';
import { answersOf } from './column-answers.ts';

/** A decided column with the decisions of people on its values, and without those an approval adds for proposals. */
export interface DecidedColumn {
  mapping: ImportFieldMappingDocument;
  profile: ColumnProfile | undefined;
}

/** The decision on one header over one kind of values. */
interface Lesson {
  id: string;
  fingerprint: string;
  kind: ValueKind;
  mapping: ImportFieldMappingDocument;
  /** null: left out. */
  target: string | null;
  isExplicit: boolean;
  /** The decisions of people on values; untouched proposals are not among them. */
  meanings: readonly RememberedMeaning[];
}

/** By the id of the entry. The last of several columns with one entry counts; meanings of the same field are joined. */
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

/** @returns null for an undecided column, and for one without a header */
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

/** The newest decision on each value, in order of time. */
function newest(meanings: readonly RememberedMeaning[]): RememberedMeaning[] {
  const byValue = new Map<string, RememberedMeaning>();
  for (const meaning of meanings.toSorted((a, b) => a.decided_at.getTime() - b.decided_at.getTime())) {
    byValue.delete(meaning.value);
    byValue.set(meaning.value, meaning);
  }
  return [...byValue.values()].slice(-MEANINGS_REMEMBERED_MAX);
}

/**
 * The entry after an approval. The newest decision wins, but one in bulk never overrules one on the column itself. An
 * approval of the same target in bulk only uses the entry, which stays with the import that decided it.
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
    header: before?.header ?? mapping.source_field.slice(0, HEADER_MAX_CHARACTERS),
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

/** The entry's answer was offered, and the decision on the column left none. */
function wasTakenBack(mapping: ImportFieldMappingDocument, before: MappingMemoryDocument): boolean {
  return mapping.memory_id === before._id && mapping.decided_in_bulk !== true;
}
