import type { AssetValue } from './asset.ts';
import { isSameValue } from './diff.ts';
import { areFormsOfOne } from './serial-forms.ts';

/** Names of things, people, places and products. In free text, tags and a client's own fields case may tell something. */
const NAMES: ReadonlySet<string> = new Set([
  ...['asset_name', 'hostname', 'fqdn', 'application_name', 'asset_id', 'asset_tag', 'serial_number', 'asset_type'],
  ...['location', 'datacenter', 'rack_location', 'network_segment', 'host_server', 'cluster', 'server_role'],
  ...['manufacturer', 'model', 'cpu_model', 'vendor', 'hypervisor', 'database_type'],
  ...['business_owner', 'technical_owner', 'support_group', 'assigned_to', 'department', 'organization', 'cost_center'],
  ...['business_service', 'migration_wave'],
]);

/** As they are written where a keyboard or a system has none of them. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
};

/** Whether values of a field say what others do and are only written otherwise: in case, spaces or umlauts, or a tool's form of a serial number. */
export function isSpeltOtherwise(field: string, values: readonly AssetValue[], others: readonly AssetValue[]): boolean {
  if (!NAMES.has(field) || values.length !== others.length) return false;
  const isWritten = values.every(({ value }, at) => isSameValue(value, others[at]?.value));
  const isSaid = (said: unknown, known: unknown): boolean =>
    isSameValue(spelt(said), spelt(known)) || (field === 'serial_number' && areFormsOfOneSerial(said, known));
  return !isWritten && values.every(({ value }, at) => isSaid(value, others[at]?.value));
}

const areFormsOfOneSerial = (said: unknown, known: unknown): boolean =>
  typeof said === 'string' && typeof known === 'string' && areFormsOfOne(said, known);

/** A space between two digits parts numbers. */
const SPACES = /(?<!\d)\s+|\s+(?!\d)/g;

function spelt(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .normalize('NFC')
      .toLowerCase()
      .replace(SPACES, '')
      .replace(/[äöüßæøå]/g, (letter) => WRITTEN_OUT[letter] ?? letter);
  return Array.isArray(value) ? value.map(spelt) : value;
}
