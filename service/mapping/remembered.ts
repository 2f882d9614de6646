/** Earlier decisions of a client's analysts go first: pure; reading and writing the memory is `service/memory/`. */
import type { ValueKind } from '#shared/statuses.ts';
import type { TargetField } from '#shared/target-fields.ts';
import type { ColumnProfile } from '../profiling/column-profile.ts';
import type { MappingSuggestion } from './mapping-engine.ts';
import { isNameless } from './nameless.ts';

/** One remembered decision on a header. */
export interface RememberedMapping {
  id: string;
  fingerprint: string;
  valueKind: ValueKind;
  /** null: the analysts left such columns out. */
  targetField: string | null;
  /** The decision was on this very column; false: it was approved in bulk with others. */
  isExplicit: boolean;
  confirmedBy: string;
  confirmedAt: Date;
  useCount: number;
}

/** Above every suggestion of the engine's own. */
export const REMEMBERED_CONFIDENCE = 0.99;
/** From here on the engine's own reading of a sheet goes before a bulk approval on another one. */
const SURE = 0.9;
/** Headers are hostile: no more than this is looked at, characters. */
export const HEADER_MAX_CHARACTERS = 200;

/**
 * The header without case, accents, separators and camel case; numbers stay: `Custom 1` is not `Custom 2`. '' for one that
 * is no name: the third column of another sheet holds something else.
 */
export function headerFingerprint(header: string): string {
  if (isNameless(header)) return '';
  return header
    .slice(0, HEADER_MAX_CHARACTERS)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%#]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

export function valueKind(profile: ColumnProfile): ValueKind {
  const filled = profile.rows - profile.blank;
  if (filled === 0) return 'none';
  const most = (...counts: (number | undefined)[]): boolean =>
    counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) >= 0.5 * filled;
  const { types, detected } = profile;
  if (most(detected['ipv4'], detected['ipv6'], detected['ip_list'])) return 'ip';
  if (most(detected['mac'])) return 'mac';
  if (most(detected['email'])) return 'email';
  if (most(detected['uuid'])) return 'id';
  if (most(types.date, detected['date_text'])) return 'date';
  if (most(types.boolean, detected['yes_no'])) return 'boolean';
  return most(types.number, detected['integer'], detected['decimal']) ? 'number' : 'text';
}

/** The entry for a column: the same header over the same kind of values, or where one of them has no values. */
export function recall(column: ColumnProfile, memory: readonly RememberedMapping[]): RememberedMapping | null {
  const fingerprint = headerFingerprint(column.header);
  if (fingerprint === '') return null;
  const kind = valueKind(column);
  const entries = memory.filter((entry) => entry.fingerprint === fingerprint);
  return (
    entries.find((entry) => entry.valueKind === kind) ??
    entries.find((entry) => entry.valueKind === 'none' || kind === 'none') ??
    null
  );
}

/**
 * The engine's suggestion with the remembered decision before it; one for a field that is gone changes nothing, nor does
 * one nobody looked at where the engine is sure of another field: `Host` is a column of machines beside `VM` and names
 * the machine on a sheet of hosts.
 */
export function applyMemory(
  own: MappingSuggestion,
  entry: RememberedMapping | null,
  targetFields: readonly TargetField[],
): MappingSuggestion {
  if (entry === null) return own;
  const field = entry.targetField;
  if (field !== null && !targetFields.some(({ name }) => name === field)) return own;
  const isOtherwise = own.targetField !== null && own.targetField !== field && own.confidence >= SURE;
  if (!entry.isExplicit && isOtherwise) return own;
  const times = entry.useCount === 1 ? 'once' : `${entry.useCount} times`;
  const what = field === null ? 'left out' : 'confirmed';
  const text = `${what} by ${entry.confirmedBy} on ${entry.confirmedAt.toISOString().slice(0, 10)}, used ${times}`;
  const others = own.candidates.filter((candidate) => candidate.target_field !== field);
  return {
    ...own,
    targetField: field,
    confidence: field === null ? 0 : REMEMBERED_CONFIDENCE,
    matchType: field === null ? 'none' : 'remembered',
    memoryId: entry.id,
    reasons: [{ signal: 'remembered', contribution: 0, text }, ...own.reasons],
    candidates:
      field === null
        ? own.candidates
        : [{ target_field: field, confidence_score: REMEMBERED_CONFIDENCE }, ...others].slice(0, 5),
    own,
  };
}
