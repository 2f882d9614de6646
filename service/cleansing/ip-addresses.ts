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
  if (isIPv4(text)) return cleansed(text, 'ip', 'An IP address.');
  // Line breaks keep addresses apart, so the list is read from the cell, not from the text on one line.
  const parts = (typeof cell === 'string' ? halfWidth(visibleText(cell)) : text)
    .replace(/[[{(]?"|"[\]})]?/g, ' ')
    .split(/[;,|\s]+/)
    .filter((part) => part !== '' && !/^(?:and|und|et|y|e|&|\/|-)$/i.test(part));
  const readings = parts.map(readAddress);
  const found = readings.flatMap((reading) => ('address' in reading ? [reading] : []));
  const refused = readings.flatMap((reading) => ('rule' in reading ? [reading] : []));
  const [first] = refused;
  if (found.length === 0)
    return first && parts.length === 1
      ? unsaid(first.rule, first.reason)
      : unsaid('ip-invalid', `${quoted(text)} holds no IP address.`);
  const addresses = [...new Set(found.map((reading) => reading.address))];
  const left = [...new Set(found.map((reading) => reading.left).filter((what) => what !== ''))];
  const notes = [...left.map((what) => `${what} left out.`), ...refused.map((reading) => reading.reason)];
  const [only] = addresses;
  if (addresses.length === 1 && only !== undefined)
    return cleansed(only, first ? 'ip-partly' : 'ip', ['An IP address.', ...notes].join(' '));
  return cleansed(
    addresses,
    first ? 'ip-partly' : 'ip-list',
    [`${addresses.length} IP addresses.`, ...notes].join(' '),
  );
}

function readAddress(part: string): Reading {
  const bracketed = /^\[([0-9a-f:.]+(?:%[\w.-]+)?)\](?::(\d{1,5}))?$/i.exec(part);
  const withPort = /^(\d{1,3}(?:\.\d{1,3}){3}):(\d{1,5})$/.exec(part);
  const [bare = '', prefix, ...more] = (bracketed?.[1] ?? withPort?.[1] ?? part).split('/');
  const left = bracketed?.[2] !== undefined || withPort ? 'Port' : '';
  const address = bare.replace(/%.*$/, '');
  if (more.length > 0) return invalid(part);
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
  return { address, left: `Prefix length ${length}` };
}

function invalid(part: string): Reading {
  return { rule: 'ip-invalid', reason: `${quoted(part)} is no valid IP address.` };
}
