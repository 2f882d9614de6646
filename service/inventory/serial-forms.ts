/** Lenovo's barcodes: `1S`, the machine's type, or type and model in one of two lengths, and the serial number. */
const BEFORE_LENOVOS = [6, 9, 12];
const SHORTEST = 5;

/**
 * What else the serial number may be written as: VMware's is a uuid, of which some tools turn the bytes of the first three
 * parts; Lenovo's barcode holds more before it.
 *
 * @param serial in small letters, without signs
 */
export function serialForms(serial: string): string[] {
  const [, uuid] = /^(?:vmware)?([0-9a-f]{32})$/.exec(serial) ?? [];
  if (uuid !== undefined) return [uuid, turned(uuid)].filter((form) => form !== serial);
  if (!serial.startsWith('1s')) return [];
  return BEFORE_LENOVOS.map((length) => serial.slice(length)).filter(({ length }) => length >= SHORTEST);
}

/** `ABC-123` and `ABC123` are one. */
export const withoutSigns = (serial: string): string => serial.replace(/[^\p{L}\p{N}]/gu, '') || serial;

/** Whether they are one, written by two tools. */
export function areFormsOfOne(a: string, b: string): boolean {
  const one = withoutSigns(a.toLowerCase());
  const other = withoutSigns(b.toLowerCase());
  const forms = new Set([one, ...serialForms(one)]);
  return [other, ...serialForms(other)].some((form) => forms.has(form));
}

function turned(uuid: string): string {
  const parts = [uuid.slice(0, 8), uuid.slice(8, 12), uuid.slice(12, 16)];
  const bytesBack = (part: string): string => (part.match(/../g) ?? []).toReversed().join('');
  return parts.map(bytesBack).join('') + uuid.slice(16);
}
