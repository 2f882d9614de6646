import { systemText, valueText, type CleansedValue, type Parts } from '#shared/value-text.ts';

/**
 * An operating system with its version in one phrase, as people write it: sheets say them in one cell or in two. Where the
 * two speak of different systems, or of several, the name stands as it is said.
 */
export function wholeSystemText(names: readonly CleansedValue[], versions: readonly CleansedValue[]): string {
  const [name, version] = [onlyOf(names), onlyOf(versions)];
  if (names.length === 0) return versions.map(valueText).join(', ');
  const whole = name === null || version === null ? null : together(name, version);
  return whole === null ? names.map(valueText).join(', ') : systemText(whole);
}

function onlyOf(values: readonly CleansedValue[]): Parts | null {
  const [only, second] = values;
  if (second !== undefined || typeof only !== 'object' || Array.isArray(only) || !('family' in only)) return null;
  return only;
}

function together(name: Parts, version: Parts): Parts | null {
  const [family = null, other = null] = [name['family'], version['family']];
  if (family !== null && other !== null && family !== other) return null;
  return {
    family: family ?? other,
    version: moreExact(name['version'] ?? null, version['version'] ?? null),
    edition: name['edition'] ?? version['edition'] ?? null,
    architecture: name['architecture'] ?? version['architecture'] ?? null,
  };
}

/** `8` and `8.6` are `8.6`; `2019` and a build, or what else a build may stand for (`2019 or 10 1809`), are `2019`. */
function moreExact(known: Parts[string], further: Parts[string]): Parts[string] {
  if (known === null || further === null) return known ?? further;
  const [start, whole] = [String(known), String(further)];
  return whole.startsWith(start) && /^[. ](?!or )/.test(whole.slice(start.length)) ? further : known;
}
