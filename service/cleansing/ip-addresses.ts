import ipaddr from 'ipaddr.js';
import { isIPv4, isIPv6 } from 'node:net';
import type { CleansingRule } from '#shared/cleansing-rule-words.ts';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import { cleansed, quoted, unsaid, type Cleansed } from './cleansed.ts';
import { halfWidth, visibleText } from './plain-text.ts';

type Reading = { address: string; left: string } | { rule: CleansingRule; reason: string };

/** One address in its usual form (RFC 5952 for v6), or a list where the cell holds several. */
export function cleanseIp(cell: Cell, text: string): Cleansed {
  // Nearly every cell is one plain address.
  if (isIPv4(text) && !NO_HOST.test(text)) return cleansed(text, 'ip', 'An IP address.');
  if (RANGE.test(text)) return unsaid('ip-invalid', `${quoted(text)} is a range of addresses, or two of them.`);
  // Line breaks keep addresses apart, so the list is read from the cell, not from the text on one line.
  const source = (typeof cell === 'string' ? halfWidth(visibleText(cell)) : text)
    .replace(ONLY_ADDRESSES, ' $1 ')
    .replace(LABEL_AFTER, '$2$3 $1');
  // `web01 (10.0.0.1)`; other words in brackets beside an address are a remark: `10.0.0.1 (was 10.0.0.9)`.
  const outside = readingsOf(source.replace(BRACKETED, ' '), source.match(BRACKETED) ?? []);
  const isNamed = outside.readings.some((reading) => 'address' in reading);
  return answered(text, isNamed ? outside : readingsOf(source.replace(/[()]/g, ' '), []));
}

interface Readings {
  readings: Reading[];
  others: string[];
  remarks: readonly string[];
}

function readingsOf(source: string, remarks: readonly string[]): Readings {
  const { parts, others } = partsOf(source);
  return { readings: parts.map(readAddress), others, remarks };
}

function answered(text: string, { readings, others, remarks }: Readings): Cleansed {
  const found = readings.flatMap((reading) => ('address' in reading ? [reading] : []));
  const refused = readings.flatMap((reading) => ('rule' in reading ? [reading] : []));
  const [first] = refused;
  if (found.length === 0)
    return first && readings.length === 1
      ? unsaid(first.rule, first.reason)
      : unsaid('ip-invalid', `${quoted(text)} holds no IP address.`);
  const addresses = [...new Set(found.map((reading) => reading.address))];
  const left = [...new Set(found.map((reading) => reading.left).filter((what) => what !== ''))];
  const notes = [
    ...left.map((what) => `${what} left out.`),
    ...others.map((what) => `${quoted(what)} is not the machine's.`),
    ...refused.map((reading) => reading.reason),
    ...remarks.map((what) => `${quoted(what)} is left out as a remark.`),
  ];
  const isPart = first !== undefined || remarks.length > 0;
  const [only] = addresses;
  if (addresses.length === 1 && only !== undefined)
    return cleansed(only, isPart ? 'ip-partly' : 'ip', ['An IP address.', ...notes].join(' '));
  return cleansed(
    addresses,
    isPart ? 'ip-partly' : 'ip-list',
    [`${addresses.length} IP addresses.`, ...notes].join(' '),
  );
}

/** `10.0.0.1 (10.0.0.2)`. */
const ONLY_ADDRESSES = /\(([\da-f.:,;/ ]{2,100})\)/gi;
const BRACKETED = /\([^()]{0,100}\)/g;
/** Two IPv4 addresses with a dash, an arrow or a word for "up to" between. */
const RANGE =
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3} ?(?:[-=]>|→|[-‐-―−]|(?:to|through|thru|bis|à|al|tot) ) ?\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/i;
/** Words between addresses, and dashes beside one. */
const BETWEEN = /^(?:and|und|et|y|e|en|&|\/|\+|[-‐-―−])$/i;
/** `brd 10.0.0.255` of `ip addr`, `Bcast:` and `Mask:` of `ifconfig`, `old: …`: the address after it is not the machine's. */
const OTHERS =
  'brd|bcast|broadcast|mask|netmask|subnet|subnetmask|gw|gateway|via|dns|ntp|was|war|old|alt|former|formerly|previously|ex|not|nicht';
const OTHERS_WORD = new RegExp(`^(?:${OTHERS})[:=]?$`, 'i');
/** `8.8.8.8 (DNS)`, and `8.8.8.8 DNS` at the end of a list. */
const LABEL_AFTER = new RegExp(
  `(?<=[\\s,;|])([\\da-f.:]{7,40}) (?:\\((${OTHERS})\\)|(${OTHERS})(?=\\s*(?:[,;|]|$)))`,
  'gi',
);

/** What may be an address, without the quotes and brackets of lists and labels before it; and addresses of something else. */
function partsOf(source: string): { parts: string[]; others: string[] } {
  const words = source
    .replace(/["'{}]|<br ?\/?>/gi, ' ')
    .split(/[;,|\s]+/)
    .map(withoutListBracket)
    .flatMap(labelAndRest)
    .filter((word) => word !== '' && !BETWEEN.test(word));
  const isOthers = (word: string, at: number): boolean =>
    OTHERS_WORD.test(words[at - 1] ?? '') || (words.length > 1 && NO_HOST.test(word));
  const parts = words.filter((word, at) => !OTHERS_WORD.test(word) && !isOthers(word, at));
  return {
    parts: parts.flatMap((part) => addressesBetweenSlashes(part) ?? [part]),
    others: words.filter(isOthers),
  };
}

/** `[10.0.0.1, …]` opens and closes a list; `[fe80::1]:443` is an address and a port. */
function withoutListBracket(word: string): string {
  if (!word.includes(']')) return word.replace(/^\[/, '');
  return word.includes('[') ? word : word.replace(/\]$/, '');
}

/** `addr:10.0.0.1`, `eth0=10.0.0.1` as two words. */
function labelAndRest(word: string): string[] {
  const parts = /^([a-z][\w-]{0,30}[:=])(\d{1,3}(?:\.\d{1,3}){3}.{0,12})$/i.exec(word);
  return parts === null ? [word] : [parts[1] ?? '', parts[2] ?? ''];
}

/** `10.0.0.1/10.0.0.2`, not `10.0.0.1/255.255.255.0`: null where it is no list of hosts. */
function addressesBetweenSlashes(part: string): string[] | null {
  const listed = part.replace(/\/$/, '').split('/');
  const [, ...others] = listed;
  return others.length > 0 && listed.every((one) => isIPv4(one)) && !others.some((one) => NO_HOST.test(one))
    ? listed
    : null;
}

/** Netmasks and the broadcast address (RFC 919): no host has one. What loops back every host has (RFC 1122, RFC 4291). */
const NO_HOST = /^(?:255\.|127\.|0\.0\.0\.0$|::1$)/;

const LOOPS_BACK = /^(?:127\.|(?:0{0,4}:){2,7}0{0,3}1$)/;

function readAddress(part: string): Reading {
  const host = /^[a-z][a-z0-9+.-]{1,20}:\/\/([^/?#\s]{1,100})/i.exec(part)?.[1];
  if (host !== undefined) {
    const reading = readAddress(host);
    return 'address' in reading ? { address: reading.address, left: 'URL' } : invalid(part);
  }
  const bracketed = /^\[([0-9a-f:.]+(?:%[\w.-]+)?)\](?::(\d{1,5}))?$/i.exec(part);
  const withPort = /^(\d{1,3}(?:\.\d{1,3}){3}):(\d{1,5})$/.exec(part);
  const [bare = '', prefix, ...more] = (bracketed?.[1] ?? withPort?.[1] ?? part).split('/');
  const left = bracketed?.[2] !== undefined || withPort ? 'Port' : '';
  const address = bare.replace(/%.*$/, '');
  if (more.length > 0 || Number(bracketed?.[2] ?? withPort?.[2] ?? 0) > 65_535) return invalid(part);
  // RFC 1122 and RFC 4291: the address of a host that has none yet.
  if (prefix === undefined && /^(?:0\.0\.0\.0|[0:]+)$/.test(address) && (isIPv4(address) || isIPv6(address)))
    return { rule: 'placeholder', reason: `${quoted(part)} is the address of no host.` };
  if (LOOPS_BACK.test(address) && (isIPv4(address) || isIPv6(address)))
    return { rule: 'placeholder', reason: `${quoted(part)} is the address by which every host calls itself.` };
  if (prefix === undefined && NO_HOST.test(address) && isIPv4(address))
    return { rule: 'ip-invalid', reason: `${quoted(part)} is a netmask or broadcast address, not a host's.` };
  if (isIPv4(address)) return prefix === undefined ? { address, left } : fromNetwork(address, prefix, part);
  if (isIPv6(address)) {
    const parsed = ipaddr.IPv6.parse(address);
    const usual = parsed.isIPv4MappedAddress() ? parsed.toIPv4Address().toString() : parsed.toRFC5952String();
    const note = address === bare ? left : 'Zone';
    return prefix === undefined ? { address: usual, left: note } : fromNetwork(usual, prefix, part);
  }
  return invalid(part);
}

/** `10.0.0.5/24` is an address and the length of its network; `10.0.0.0/24` is the network itself. */
function fromNetwork(address: string, prefix: string, part: string): Reading {
  const parsed = ipaddr.parse(address);
  const bits = parsed.kind() === 'ipv4' ? 32 : 128;
  const length =
    parsed instanceof ipaddr.IPv4 && isIPv4(prefix)
      ? ipaddr.IPv4.parse(prefix).prefixLengthFromSubnetMask()
      : Number(prefix);
  if (length === null || !Number.isInteger(length) || length < 0 || length > bits || prefix === '')
    return invalid(part);
  const Kind = parsed instanceof ipaddr.IPv4 ? ipaddr.IPv4 : ipaddr.IPv6;
  const network = Kind.networkAddressFromCIDR(`${address}/${length}`).toString();
  if (network === parsed.toString() && length < bits - 1)
    return { rule: 'ip-network', reason: `${quoted(part)} is a network, not an address.` };
  if (parsed instanceof ipaddr.IPv4 && length < bits - 1 && isBroadcast(address, length))
    return { rule: 'ip-invalid', reason: `${quoted(part)} is the broadcast address of a network, not a host's.` };
  return { address, left: `Prefix length ${length}` };
}

const isBroadcast = (address: string, length: number): boolean =>
  ipaddr.IPv4.broadcastAddressFromCIDR(`${address}/${length}`).toString() === address;

function invalid(part: string): Reading {
  return { rule: 'ip-invalid', reason: `${quoted(part)} is no valid IP address.` };
}
