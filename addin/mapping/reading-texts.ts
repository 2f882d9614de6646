import { ownDirection } from '#shared/own-direction.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { measuredValueText } from '#shared/value-text.ts';

const SHOWN_MAX = 3;
const SAMPLE_MAX_CHARACTERS = 40;

/** `16384 MB → 16 GB`: the first samples that are read otherwise than they are written, or not at all. */
export function readingTexts({
  target_field: field,
  readings,
}: Pick<FieldMapping, 'target_field' | 'readings'>): string[] {
  if (field === null) return [];
  const texts = readings.flatMap(({ sample, value }) => {
    const read = value === null ? 'nothing' : measuredValueText(field, value);
    const written = sample.trim().replace(/\s+/g, ' ');
    // `yes` is Yes: another spelling for people, and nothing else. Nor does white space show.
    const isSame = read === written || (read.toLowerCase() === written.toLowerCase() && read !== value);
    return isSame ? [] : [`${ownDirection(shortened(sample))} → ${ownDirection(read)}`];
  });
  return texts.slice(0, SHOWN_MAX);
}

const shortened = (text: string): string =>
  text.length > SAMPLE_MAX_CHARACTERS ? `${text.slice(0, SAMPLE_MAX_CHARACTERS - 1)}…` : text;
