import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';
import { plainText } from '../cleansing/plain-text.ts';
import { databaseKey } from '../inventory/database-keys.ts';

/** RFC 1123 labels, with the underscore that Windows allows: the names that may have a domain. */
const HOST_NAME = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,62})(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,62}))*$/u;
const NAME_MAX_CHARACTERS = 500;

/** A name as names are compared: NFC, one space at a time, lower case, without the final dot of a DNS name; IPv6 as RFC 5952 has it. */
export function normalisedName(text: string): string {
  const name = plainText(text.slice(0, NAME_MAX_CHARACTERS)).toLowerCase();
  if (isIP(name) === 6) return ipaddr.IPv6.parse(name).toRFC5952String();
  return name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
}

/** A normalised name with its parts as a host's name. */
export interface ReferenceName {
  whole: string;
  /** The first label, where the whole could name a host; else null. */
  short: string | null;
  /** The labels behind it; null when there are none. */
  domain: string | null;
}

/** `esx1.corp.local` → short `esx1`, domain `corp.local`; addresses and names with spaces have neither. */
export function referenceName(text: string): ReferenceName {
  const whole = normalisedName(text);
  if (isIP(whole) !== 0 || !HOST_NAME.test(whole)) return { whole, short: null, domain: null };
  const dot = whole.indexOf('.');
  return dot < 0
    ? { whole, short: whole, domain: null }
    : { whole, short: whole.slice(0, dot), domain: whole.slice(dot + 1) };
}

/**
 * Identification keys under which the inventory may know an asset of this name, most telling first. They only find
 * candidates: whether one is meant is decided by its own names and numbers (`match-name.ts`).
 */
export function nameKeys(text: string): string[] {
  const { whole, short, domain } = referenceName(text);
  if (whole === '') return [];
  if (isIP(whole) !== 0) return [`ip:${whole}`, `name:${whole}`];
  return [
    `serial:${whole.replace(/\s+/g, '')}`,
    `asset_tag:${whole}`,
    ...(domain === null ? [] : [`fqdn:${whole}`]),
    ...(short === null ? [] : [`hostname:${short}`, `name:${short}`]),
    ...(short === whole ? [] : [`name:${whole}`]),
    `external_id:${whole}`,
    databaseKey(whole),
  ];
}
