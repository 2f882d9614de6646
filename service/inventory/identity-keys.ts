import type { AssetClass } from '#shared/statuses.ts';
import type { CleansedValue } from '../cleansing/cleansed.ts';
import { isHostLabel } from '../cleansing/host-names.ts';
import type { AssetValues } from './asset.ts';

type Value = NonNullable<CleansedValue>;

/** Longest text that can be a key, characters. */
const KEY_MAX = 253;
/** Keys of one record; a cell of a thousand addresses names no machine. */
const KEYS_MAX = 60;
/** Addresses that every machine has, or none. */
const NO_ADDRESS = /^(?:0\.|127\.|169\.254\.|255\.|::1?$|fe80:)/i;

/** What a record is known by: `serial:…`, `external_id:…`, `asset_tag:…`, `fqdn:…`, `hostname:…`, `name:…`, `mac:…`, `ip:…`, strongest first. */
export function identityKeys(values: AssetValues, assetClass: AssetClass): string[] {
  const keys = new Set<string>();
  const add = (kind: string, text: string): void => {
    if (text !== '' && text.length <= KEY_MAX && keys.size < KEYS_MAX) keys.add(`${kind}:${text}`);
  };
  for (const text of textsOf(values, 'serial_number')) add('serial', text.toLowerCase().replace(/\s+/g, ''));
  for (const text of textsOf(values, 'asset_id')) add('external_id', text.toLowerCase());
  for (const text of textsOf(values, 'asset_tag')) add('asset_tag', comparable(text));
  const named = namesOf(values, assetClass);
  for (const name of named.fqdns) add('fqdn', name);
  for (const name of named.hostnames) add('hostname', name);
  for (const name of named.names) add('name', name);
  if (isMachine(assetClass)) {
    for (const text of textsOf(values, 'mac_address')) add('mac', text);
    for (const text of textsOf(values, 'ip_address')) if (!NO_ADDRESS.test(text)) add('ip', text);
  }
  return [...keys];
}

/** Whether addresses and host names of such a thing are its own. An application's are those of the machines it runs on. */
export function isMachine(assetClass: AssetClass): boolean {
  return !['application', 'database', 'cluster', 'container'].includes(assetClass);
}

interface Names {
  fqdns: Set<string>;
  hostnames: Set<string>;
  names: Set<string>;
}

function namesOf(values: AssetValues, assetClass: AssetClass): Names {
  const found: Names = { fqdns: new Set(), hostnames: new Set(), names: new Set() };
  const assetNames = textsOf(values, 'asset_name').map(comparable);
  if (!isMachine(assetClass)) {
    const own = assetClass === 'application' ? [...assetNames, ...textsOf(values, 'application_name')] : assetNames;
    const [name] = own.length > 0 ? own : hostLabels(values);
    const [host] = assetClass === 'database' && assetNames.length > 0 ? placesOf(values) : [];
    if (name !== undefined) found.names.add(host === undefined ? comparable(name) : `${comparable(name)}@${host}`);
    return found;
  }
  for (const value of values['fqdn'] ?? []) addQualified(value.value, found);
  for (const value of values['hostname'] ?? []) {
    addQualified(qualifiedText(value.raw), found);
    for (const label of listOf(value.value)) if (typeof label === 'string') found.hostnames.add(label);
  }
  for (const name of assetNames) {
    const qualified = qualifiedText(name);
    if (qualified === null) found.names.add(name);
    else addQualified(qualified, found);
  }
  return found;
}

function addQualified(value: Value | null, { fqdns, hostnames }: Names): void {
  if (value === null || typeof value !== 'object' || !('fqdn' in value)) return;
  fqdns.add(value.fqdn);
  hostnames.add(value.host);
}

/** `srv1.contoso.com` as what it is; a name with a dot that ends in digits, spaces or an address is none. */
function qualifiedText(text: string): { fqdn: string; host: string; domain: string } | null {
  const name = comparable(text).replace(/\.$/, '');
  const labels = name.split('.');
  const [host = '', ...domain] = labels;
  if (domain.length === 0 || name.length > KEY_MAX || !/^\p{L}{2,}$/u.test(domain.at(-1) ?? '')) return null;
  if (!labels.every(isHostLabel)) return null;
  return { fqdn: name, host, domain: domain.join('.') };
}

/** Case and white space do not tell things apart. */
function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function hostLabels(values: AssetValues): string[] {
  return [...textsOf(values, 'hostname'), ...textsOf(values, 'fqdn')].map(comparable);
}

/** Where a database runs: two hosts may each have one of the same name. */
function placesOf(values: AssetValues): string[] {
  return [...hostLabels(values), ...textsOf(values, 'host_server').map(comparable)].map(
    (name) => qualifiedText(name)?.host ?? name,
  );
}

function textsOf(values: AssetValues, field: string): string[] {
  const texts: string[] = [];
  for (const { value } of values[field] ?? [])
    for (const one of listOf(value)) {
      if (typeof one === 'string') texts.push(one);
      else if (typeof one === 'number') texts.push(String(one));
      else if (typeof one === 'object' && 'fqdn' in one) texts.push(one.fqdn);
    }
  return texts;
}

const listOf = (value: Value): readonly Exclude<Value, readonly unknown[]>[] =>
  (Array.isArray(value) ? value : [value]) as readonly Exclude<Value, readonly unknown[]>[];
