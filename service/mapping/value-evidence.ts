import type { ColumnProfile } from '../profiling/column-profile.ts';
import type { AskedFor } from './asked-by-header.ts';
import { areAllPlaceholders, sampleShare, type SampleLook } from './sample-looks.ts';
import {
  anyOf,
  boolish,
  called,
  countsBetween,
  dates,
  holding,
  lookLike,
  numbersBetween,
  people,
  percent,
  shortText,
  SILENT,
  sizes,
  supports,
  text,
  type Rule,
  type ValueEvidence,
  type Values,
} from './value-rules.ts';

/** Windows counts its architectures: 0, 5, 6, 9, 12. */
const ARCHITECTURE_CODE_MAX = 12;
const SWITCHED = supports(0.4, 'yes or no says whether it is active');
const KEY_OF_A_PLACE = supports(-0.6, 'numbers of places are keys of another table');

/** A rule per field; a field without one is not judged by values. */
const rules: Readonly<Record<string, Rule>> = {
  asset_name: (values) =>
    values.share('person') >= 0.5 ? supports(-0.4, 'the values are names of people') : shortText(values),
  hostname: anyOf(lookLike('host names', ['hostname', 'fqdn']), shortText),
  fqdn: (values) =>
    values.numbers + values.booleans + values.share('yes_no') >= 0.9
      ? supports(-0.8, 'the values are numbers, or yes or no')
      : lookLike('domain names', ['fqdn'], { contradict: 0.4 })(values),
  asset_id: (values) =>
    values.share('prose', 'person') >= 0.5 || values.booleans >= 0.5 || (values.profile.minNumber ?? 0) < 0
      ? supports(-0.6, 'the values are no ids')
      : lookLike('ids', ['uuid', 'serial', 'integer', 'resource_path'])(values),
  asset_tag: lookLike('tags', ['serial']),
  serial_number: (values) =>
    values.holding('machine_serial') >= 0.3
      ? supports(0.6, 'the values are serial numbers that hypervisors give')
      : values.share('prose', 'yes_no', 'date_text') >= 0.5 || values.booleans >= 0.5
        ? supports(-0.6, 'the values are no serial numbers')
        : lookLike('serial numbers', values.share('serial') > 0 ? ['serial', 'uuid'] : ['serial'])(values),
  asset_type: (values) =>
    values.holding('preset') >= 0.8 || values.holding('instance_type') >= 0.5
      ? supports(-0.5, 'the values are presets of a tool or sizes of a cloud')
      : values.share('asset_type') < 0.5 && values.holding('maker_and_model') >= 0.5
        ? supports(-0.4, 'the values are products of makers, not kinds')
        : values.share('asset_type') === 0 && values.holding('kind_of_asset') === 0 && values.profile.distinct > 0
          ? supports(-0.15, 'no value is a usual kind of asset')
          : holding(
              'kinds of assets',
              'kind_of_asset',
              anyOf(lookLike('kinds of assets', ['asset_type']), text),
            )(values),
  description: (values) =>
    values.booleans + values.numbers >= 0.9
      ? supports(-0.5, 'the values are no prose')
      : lookLike('prose', ['prose'])(values),
  status: (values) =>
    values.holding('physical_condition') >= 0.5
      ? supports(-0.6, 'the values say how well the asset is kept')
      : values.holding('outcome') >= 0.8
        ? supports(-0.5, 'the values say how something ended')
        : anyOf(lookLike('states', ['status', 'power_state']), text)(values),
  power_state: lookLike('power states', ['power_state'], { contradict: 0.4 }),
  environment: anyOf(lookLike('environments', ['environment']), text),
  location: (values) => {
    if (values.holding('preset') >= 0.8) return supports(-0.5, 'the values are presets of a tool');
    return values.numbers >= 0.9 ? SILENT : called(values);
  },
  datacenter: called,
  operating_system: (values) =>
    values.share('operating_system') === 0 && values.holding('part_number') >= 0.5
      ? supports(-0.6, 'the values are product numbers')
      : anyOf(lookLike('operating systems', ['operating_system']), text)(values),
  os_version: (values) => {
    if (values.profile.samples.length > 0 && values.holding('digit') === 0)
      return supports(-0.5, 'no value holds a number, as versions do');
    const share = values.share('version', 'operating_system', 'integer', 'decimal');
    return share >= 0.5
      ? supports(0.4, `${percent(share)} of the values look like versions`)
      : boolish(values).weight > 0
        ? supports(-0.6, 'the values are yes or no')
        : SILENT;
  },
  os_architecture: (values) =>
    values.numbers >= 0.9 && (values.profile.maxNumber ?? 0) <= ARCHITECTURE_CODE_MAX
      ? SILENT
      : lookLike('architectures', ['architecture'], { contradict: 0.3 })(values),
  cpu_cores: holding('counted cores', 'cpu_count', countsBetween('core counts', [1, 4_096])),
  cpu_sockets: holding('counted cores', 'cpu_count', countsBetween('socket counts', [1, 8])),
  cpu_model: (values) =>
    values.numbers >= 0.9 || (values.profile.samples.length > 0 && values.holding('letter') === 0)
      ? supports(-0.8, 'the values are numbers')
      : lookLike('processor names', ['cpu_model'])(values),
  memory_gb: sizes('memory sizes', 100_000_000_000_000),
  storage_gb: sizes('disk sizes', 1e16),
  storage_used_gb: sizes('disk sizes', 1e16),
  ip_address: (values) =>
    values.holding('netmask') >= 0.5
      ? supports(-0.7, 'the values are masks of networks')
      : holding(
          'IP addresses',
          'ip_inside',
          lookLike('IP addresses', ['ipv4', 'ipv6', 'ip_list'], { contradict: 0.7 }),
        )(values),
  mac_address: holding(
    'MAC addresses',
    'mac_inside',
    lookLike('MAC addresses', ['mac', 'mac_digits'], { contradict: 0.7 }),
  ),
  network_segment: (values) =>
    values.holding('netmask') >= 0.5
      ? supports(0.6, 'the values are masks of networks')
      : values.holding('network_address') > 0.5
        ? SILENT
        : values.share('ipv4', 'ip_list') >= 0.5 && values.share('network') < 0.5
          ? supports(-0.3, 'the values are single addresses')
          : boolish(values).weight > 0
            ? supports(-0.5, 'the values are yes or no')
            : SILENT,
  manufacturer: anyOf(lookLike('makers', ['manufacturer']), called),
  model: (values) =>
    values.holding('instance_type') >= 0.5 ? supports(1, 'the values are sizes of cloud machines') : called(values),
  is_virtual: anyOf(boolish, lookLike('kinds of machines', ['asset_type'])),
  hypervisor: anyOf(lookLike('hypervisors', ['hypervisor']), text),
  host_server: (values) =>
    values.share('hypervisor') >= 0.8 ? supports(-0.7, 'the values are products, not hosts') : shortText(values),
  cluster: shortText,
  server_role: called,
  application_name: called,
  vendor: (values) =>
    values.holding('on_premises') >= 0.3 ? supports(-0.5, 'the values say where it is hosted') : called(values),
  business_owner: people,
  technical_owner: people,
  assigned_to: people,
  support_group: called,
  database_type: (values) =>
    values.profile.distinct > 1 && values.share('hostname') >= 0.8 && values.holding('database_engine') === 0
      ? supports(-0.7, 'the values are names of databases, not engines')
      : values.holding('engine_product') >= 0.5
        ? supports(0.5, 'the values are database engines')
        : // A release such as 12.2.0.1 looks like an address.
          values.share('version', 'decimal', 'ipv4') >= 0.9 && values.profile.types.number === 0
          ? SILENT
          : text(values),
  technology_stack: text,
  compliance: (values) =>
    values.holding('verdict') >= 0.5 ? supports(-0.8, 'the values say what a check came to') : SILENT,
  dependencies: (values) =>
    values.holding('interface_name') >= 0.5
      ? supports(-0.6, 'the values are names of network cards')
      : boolish(values).weight > 0
        ? supports(-0.5, 'the values are yes or no')
        : SILENT,
  business_service: shortText,
  hosting_model: anyOf(holding('clouds', 'public_cloud', holding('ways of hosting', 'hosting_word', text)), text),
  data_classification: (values) =>
    values.share('prose') >= 0.5 ? supports(-0.5, 'the values are long texts') : SILENT,
  department: called,
  organization: called,
  business_criticality: (values) =>
    values.share('criticality') >= 0.5
      ? supports(0.5, 'the values are levels of criticality')
      : values.share('prose') >= 0.5
        ? supports(-0.8, 'the values are long texts')
        : values.numbers >= 0.5 && (values.profile.maxNumber ?? 0) > 10
          ? supports(-0.6, 'the values are no levels')
          : SILENT,
  lifecycle_stage: (values) =>
    values.share('power_state') >= 0.8
      ? supports(-0.5, 'the values are power states')
      : values.holding('purchase_option') >= 0.8
        ? supports(-0.7, 'the values say how a cloud lends it')
        : text(values),
  install_date: dates,
  purchase_date: dates,
  warranty_expiration: (values) => (values.numbers >= 0.5 ? SILENT : dates(values)),
  end_of_support_date: dates,
  last_seen: dates,
  purchase_cost: numbersBetween('prices', [0, 1e12], ['money']),
  annual_cost: numbersBetween('costs', [0, 1e12], ['money']),
  cpu_utilization_percent: numbersBetween('percentages', [0, 100], ['percent']),
  cpu_utilization_percent_max: numbersBetween('percentages', [0, 100], ['percent']),
  memory_utilization_percent: (values) =>
    values.holding('size_inside') >= 0.5
      ? SILENT
      : numbersBetween('percentages or sizes', [0, 1e14], ['percent', 'size_with_unit'])(values),
  memory_utilization_percent_max: numbersBetween('percentages', [0, 100], ['percent']),
  disk_iops: numbersBetween('operations a second', [0, 10_000_000], []),
  network_throughput_mbps: numbersBetween('throughputs', [0, 1e12], ['size_with_unit']),
  migration_complexity: holding('T-shirt sizes', 't_shirt_size', () => SILENT),
  six_r_strategy: lookLike('migration strategies', ['six_r'], { contradict: 0.2 }),
};

/**
 * The evidence of a column's values about each field that is asked for.
 *
 * @param askedFor by the header
 */
export function valueEvidence(
  profile: ColumnProfile,
  { isKey, isName, isSwitch }: AskedFor = {},
): (field: string) => ValueEvidence {
  if (filledCells(profile) === 0 || isTemplate(profile) || areAllPlaceholders(profile)) return () => SILENT;
  const values = valuesOf(profile);
  if (isKey && values.numbers >= 0.9)
    return (field) => (field === 'location' ? KEY_OF_A_PLACE : (rules[field]?.(values) ?? SILENT));
  if (isSwitch && values.booleans + values.share('yes_no', 'integer') >= 0.9)
    return (field) => (field === 'status' ? SWITCHED : (rules[field]?.(values) ?? SILENT));
  // `Database name`: the field holds names too where its header asks for them.
  return (field) => (isName && field === 'database_type' ? text(values) : (rules[field]?.(values) ?? SILENT));
}

/** An empty import template says which type belongs into a column; that is no value of it. */
function isTemplate(profile: ColumnProfile): boolean {
  const only = profile.frequent[0]?.value ?? '';
  return (
    profile.distinct === 1 && /^(?:text|string|integer|number|boolean|date|datetime)(?: \([a-z ]{1,20}\))?$/i.test(only)
  );
}

/** @param profile of a column with a filled cell */
export function valuesOf(profile: ColumnProfile): Values {
  const filled = filledCells(profile);
  const share = (...names: string[]): number => {
    let recognised = 0;
    for (const name of names) recognised += profile.detected[name] ?? 0;
    return Math.min(1, recognised / filled);
  };
  const textNumbers =
    profile.types.text === 0 ? 0 : Math.max(0, share('integer', 'decimal') - profile.types.number / filled);
  const looks = new Map<SampleLook, number>();
  return {
    share,
    holding: (look) => {
      const known = looks.get(look) ?? sampleShare(profile, look);
      looks.set(look, known);
      return known;
    },
    numbers: Math.min(1, profile.types.number / filled + textNumbers),
    dates: profile.types.date / filled,
    booleans: profile.types.boolean / filled,
    distinctShare: profile.distinct / filled,
    profile,
  };
}

export function filledCells(profile: ColumnProfile): number {
  return profile.rows - profile.blank;
}
