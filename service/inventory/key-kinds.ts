import type { ClassRule } from '#shared/class-rule-words.ts';
import type { AssetClass } from '#shared/statuses.ts';
import { isPhysical } from './classify.ts';
import type { Level } from './contradictions.ts';
import { isHostLabel } from '../cleansing/host-names.ts';
import { isMachine } from './identity-keys.ts';
import { serialForms, withoutSigns } from './serial-forms.ts';

/** One bit a kind, so that a key that is both host name and name is one entry. */
export const SERIAL = 1;
export const UUID = 2;
export const LOCAL_ID = 4;
export const FQDN = 8;
export const HOSTNAME = 16;
export const NAME = 32;
export const MAC = 64;
export const IP = 128;
/** 32 digits without dashes: a `sys_id`. */
const HEX_ID = 256;
/** A numbered item: `CI0012345`. Two sites may count alike, and a list anew. */
export const ITEM_ID = 512;
/** `arn:aws:…`, `/subscriptions/…`, `ocid1.…`. */
const CLOUD_PATH = 1_024;
/** An instance of Amazon's: `i-0abc1234def567890`. */
const INSTANCE_ID = 2_048;
/** Beside `NAME`: words, no host's name. */
export const WORDS = 4_096;
/** What a serial number may be written as by another tool. Nothing meets by it. */
export const SERIAL_FORM = 8_192;
/** Ids that no two systems give the same. Those of two forms come of two systems, and tell nothing apart. */
export const GLOBAL_ID = UUID | HEX_ID | ITEM_ID | CLOUD_PATH | INSTANCE_ID;

/** The keys things meet by on each level. */
export const KINDS_OF_LEVEL: Readonly<Record<Level, number>> = {
  serial: SERIAL,
  external_id: GLOBAL_ID,
  fqdn: FQDN | HOSTNAME,
  name: HOSTNAME | NAME,
  local_id: LOCAL_ID,
  mac: MAC,
  ip: IP,
};

/** What must not be one thing under one name; 0: nothing is said. */
export const VIRTUAL = 1;
export const PHYSICAL = 2;
const NETWORK = 4;
const STORAGE = 8;
/** The bits that tell classes apart. */
export const CLASS_TRAITS = 15;
/** Named by words only (`Dell Laptop`): what many share is no name of one thing. */
export const ONLY_WORDS = 16;
/** Physical only by the hypervisor it runs, which a nested one does in a virtual machine, by its model or by its sheet. */
export const INFERRED = 32;
/** Which families its IP addresses are of: one of each may be the same machine's. */
const HAS_IPV4 = 64;
const HAS_IPV6 = 128;
export const IP_FAMILIES = HAS_IPV4 | HAS_IPV6;

/** A key in the form that is compared: the text with what kind of thing it names, and the kind of key. */
export interface LinkKey {
  text: string;
  kind: number;
}

/** `17` and `vm-42` are anybody's. */
const GLOBAL_FORMS: readonly (readonly [RegExp, number])[] = [
  [/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, UUID],
  [/^[0-9a-f]{32}$/, HEX_ID],
  [/^(?:arn:|\/\/?[^/]+\/|ocid1\.)(?=(?:\D*\d){5})\S+$/, CLOUD_PATH],
  [/^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/, INSTANCE_ID],
  [/^(?=(?:\D*\d){5})(?=.*[a-z])[^\s]{9,}$/, ITEM_ID],
];

/** The keys of a record or an asset as they are compared. A host's name may stand in the column of names: one entry. */
export function linkKeys(keys: readonly string[], assetClass: AssetClass): LinkKey[] {
  const space = isMachine(assetClass) ? '' : assetClass;
  const found = new Map<string, number>();
  for (const key of keys) {
    const at = key.indexOf(':');
    const name = key.slice(0, at);
    const value = compared(name, key.slice(at + 1));
    const [kind, form] = kindOf(name, value);
    const text = `${space}|${form}|${value}`;
    found.set(text, (found.get(text) ?? 0) | kind);
    if (kind !== SERIAL) continue;
    for (const form of serialForms(value).map((one) => `${space}|s|${one}`))
      found.set(form, (found.get(form) ?? 0) | SERIAL_FORM);
  }
  return [...found].map(([text, kind]) => ({ text, kind }));
}

/** A uuid may stand in braces. */
function compared(name: string, value: string): string {
  if (name === 'serial') return withoutSigns(value);
  return name === 'external_id' ? value.replace(/^(?:urn:uuid:|\{)|\}$/g, '') : value;
}

function idKind(value: string): readonly [kind: number, form: string] {
  const kind = GLOBAL_FORMS.find(([form]) => form.test(value))?.[1];
  return kind === undefined ? [LOCAL_ID, 'l'] : [kind, 'g'];
}

/** Whether it is of a form no two systems share. */
export const isGlobalId = (value: string): boolean => (idKind(value)[0] & GLOBAL_ID) !== 0;

function kindOf(name: string, value: string): readonly [kind: number, form: string] {
  switch (name) {
    case 'serial':
      return [SERIAL, 's'];
    case 'external_id':
      return idKind(value);
    case 'fqdn':
      return [FQDN, 'f'];
    case 'hostname':
      return [HOSTNAME, 'n'];
    case 'asset_tag':
      return [LOCAL_ID, 'a'];
    case 'mac':
      return [MAC, 'm'];
    case 'ip':
      return [IP, 'i'];
    default:
      return isHostLabel(value) ? [NAME, 'n'] : [NAME | WORDS, 't'];
  }
}

/** Of a record: its class, the families of its addresses, and whether words are all it is called by. */
export function recordTraits(keys: readonly LinkKey[], classTraits: number): number {
  const isNamedByWords = keys.some(({ text }) => text.startsWith('|t|'));
  const hasOther = keys.some(({ kind }) => (kind & (SERIAL | GLOBAL_ID | LOCAL_ID | FQDN | HOSTNAME)) !== 0);
  return classTraits | addressFamilies(keys) | (isNamedByWords && !hasOther ? ONLY_WORDS : 0);
}

export function addressFamilies(keys: readonly LinkKey[]): number {
  let families = 0;
  for (const { kind, text } of keys) if (kind === IP) families |= text.includes(':') ? HAS_IPV6 : HAS_IPV4;
  return families;
}

const INFERRED_BY: ReadonlySet<string> = new Set([
  'physical-hypervisor-system',
  'physical-model',
  'physical-sheet-name',
] satisfies ClassRule[]);

export function traitsOf(assetClass: AssetClass, classRule: string): number {
  if (assetClass === 'virtual_machine') return VIRTUAL;
  if (assetClass === 'network_device') return NETWORK;
  if (assetClass === 'storage') return STORAGE;
  if (!isPhysical(assetClass, classRule)) return 0;
  return INFERRED_BY.has(classRule) ? PHYSICAL | INFERRED : PHYSICAL;
}

/**
 * 64 bits of a text, in two lanes mixed as MurmurHash3 ends; among three million different keys two meet with a chance of
 * one in four million. No cryptographic digest: that took ten times as long, and only who owns the sheet could gain.
 * Stored signatures of conflicts and rules digest it (case-signatures.ts): with another one no remembered decision is found.
 */
export function writeHash(text: string, into: Uint32Array, at: number): void {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 2_654_435_761);
    second = Math.imul(second ^ code, 1_597_334_677);
    first = (first << 13) | (first >>> 19);
    second = (second << 17) | (second >>> 15);
  }
  into[at] = mixed(first ^ text.length, second);
  into[at + 1] = mixed(second ^ text.length, first);
}

function mixed(lane: number, other: number): number {
  let word = lane ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  word = Math.imul(word ^ (word >>> 16), 2_246_822_507);
  word = Math.imul(word ^ (word >>> 13), 3_266_489_909);
  return (word ^ (word >>> 16)) >>> 0;
}
