import type { ColumnProfile } from '../profiling/column-profile.ts';
import type { HeaderMatch } from './header-match.ts';
import type { HeaderWords } from './header-words.ts';
import type { NoFieldSignal, Signal } from './signals.ts';
import { unitEvidence } from './unit-evidence.ts';

/** The header's reasons for leaving a column out: it names a thing no field holds, or nothing that is known. */
export function noFieldByHeader(
  byHeader: ReadonlyMap<string, HeaderMatch>,
  header: HeaderWords,
): Signal<NoFieldSignal>[] {
  const signals: Signal<NoFieldSignal>[] = [{ name: 'bias', value: 1, text: '' }];
  let other: HeaderMatch | undefined;
  let hasField = false;
  let hasNamedField = false;
  const isSettled = [...byHeader.values()].some((match) => isMeasuredAs(match, header.unit));
  const isFieldName = [...byHeader.values()].some(({ alias, kind }) => alias.isField && kind === 'exact');
  for (const match of byHeader.values())
    if (match.alias.isField) {
      hasField ||= match.kind !== 'spelling';
      hasNamedField ||= match.kind !== 'spelling' && match.kind !== 'words';
    } else if ((isSettled && match.kind === 'alias') || (isFieldName && holdsAllOf(header, match))) continue;
    else if (other === undefined || match.quality > other.quality) other = match;
  if (other !== undefined) {
    const text = inWords(other, hasNamedField);
    if (other.kind === 'alias') signals.push({ name: 'other_thing', value: 1, text });
    else if (other.kind === 'core') signals.push({ name: 'other_core', value: 1, text });
    else signals.push({ name: 'other_words', value: other.quality, text });
  }
  if (!hasField && header.words.length > 0)
    signals.push({ name: 'unknown_header', value: 1, text: 'no target field is called so' });
  return signals;
}

/** `os serial number` beside `serial_number`: a header that merely holds the name of a field says nothing of it. */
const holdsAllOf = ({ words }: HeaderWords, { kind, ofHeader }: HeaderMatch): boolean =>
  kind === 'words' && words.length > 1 && ofHeader >= 1;

/** Words in common that are fewer, or that say little by themselves, name nothing: `Full Name` and `time to full`. */
const NAMED_FROM = 0.6;

/** @param hasNamedField a field has that name too, which is shown beside it as the closest */
function inWords({ kind, alias, quality, isVague }: HeaderMatch, hasNamedField: boolean): string {
  if (kind === 'words' && (hasNamedField || isVague || quality < NAMED_FROM))
    return 'the header may mean something that no target field holds';
  const like = kind === 'words' ? `the header is like "${alias.text}": such columns` : `columns called "${alias.text}"`;
  return hasNamedField
    ? `${like} may also be about ${alias.target}, which no target field holds`
    : `${like} are mostly about ${alias.target}, which no target field holds`;
}

/** `Memory used (%)`: two things have that name, and only the field is measured in that unit. */
const isMeasuredAs = ({ alias, kind }: HeaderMatch, unit: string | null): boolean =>
  alias.isField && kind !== 'words' && kind !== 'spelling' && unitEvidence(alias.target, unit) === 1;

/** Parts of a machine that a field counts; a count of anything else is none. */
const COUNTED_BY_FIELDS = new Set(
  'cpu vcpu core socket processor processors number count total logical physical virtual assigned'.split(' '),
);

/** `Numéro de série` counts nothing. */
const NUMBERED = new Set(
  'serial inventory asset tag model part version build rack room wave vlan id device'.split(' '),
);

/** Columns of counts, and those of yes or no alone, are mostly no field's. */
export function noFieldByValues(column: ColumnProfile, { words, isCount }: HeaderWords): Signal<NoFieldSignal>[] {
  const signals: Signal<NoFieldSignal>[] = [];
  const isCounting = isCount && !words.some((word) => NUMBERED.has(word));
  if (isCounting && words.some((word) => !COUNTED_BY_FIELDS.has(word)))
    signals.push({ name: 'counted', value: 1, text: 'the header counts something no field counts' });
  const filled = column.rows - column.blank;
  const yesNo = (column.detected['yes_no'] ?? 0) + column.types.boolean;
  if (filled > 0 && yesNo / filled >= 0.9) signals.push({ name: 'yes_no', value: 1, text: 'the values are yes or no' });
  return signals;
}
