import type { ColumnProfile } from '../profiling/column-profile.ts';
import type { SampleLook } from './sample-looks.ts';
import { filledCells, valueEvidence, valuesOf } from './value-evidence.ts';
import { percent, type Values } from './value-rules.ts';

interface NamedByValues {
  field: string;
  /** Of the signal when all values look like it: 1 is usual, more where nothing else looks so. */
  strength: number;
  share: (values: Values) => number;
}

const detected =
  (...detectors: string[]) =>
  (values: Values): number =>
    values.share(...detectors);

/** Of the samples, among other words. */
const looking =
  (look: SampleLook) =>
  (values: Values): number =>
    values.holding(look);

const named = (field: string, share: NamedByValues['share'], strength: number): NamedByValues => ({
  field,
  share,
  strength,
});

/** Fields that values alone can name, under any header. */
const underAnyHeader: readonly NamedByValues[] = [
  named('ip_address', detected('ipv4', 'ipv6', 'ip_list'), 1.5),
  named('mac_address', detected('mac'), 1.5),
  named('operating_system', detected('operating_system'), 0.9),
  named('environment', detected('environment'), 0.9),
  named('cpu_model', detected('cpu_model'), 0.9),
  named('six_r_strategy', detected('six_r'), 0.95),
  named('fqdn', detected('fqdn'), 0.6),
  named('manufacturer', detected('manufacturer'), 0.8),
  named('os_architecture', detected('architecture'), 0.7),
  named('database_type', looking('engine_product'), 1.5),
];

/** Names of machines are all different, and so are serial numbers, which many of them look like. */
const distinct =
  (share: NamedByValues['share']) =>
  (values: Values): number =>
    values.distinctShare >= 0.95 ? share(values) : 0;

/**
 * Those of a column without a name of its own: where no header says something else, less is needed, and the analyst is asked
 * in any case.
 */
const withoutHeader: readonly NamedByValues[] = [
  ...underAnyHeader.map((one) => ({ ...one, strength: Math.max(1, one.strength) })),
  named('hostname', distinct(detected('hostname')), 0.8),
  named('asset_type', detected('asset_type'), 0.9),
  named('power_state', detected('power_state'), 0.9),
  named('status', detected('status'), 0.85),
  named('business_criticality', detected('criticality'), 0.85),
  named('hypervisor', detected('hypervisor'), 0.9),
  named('model', looking('maker_and_model'), 0.85),
  named('model', looking('product_line'), 0.95),
  named('serial_number', looking('machine_serial'), 1),
  named('network_segment', detected('network'), 0.85),
  named('hosting_model', looking('hosting_word'), 0.85),
];

/** Below this share the values name nothing. */
const SHARE_MIN = 0.8;

/** Fields the values point at by themselves. */
export function fieldsNamedByValues(
  profile: ColumnProfile,
  { isNameless = false }: { isNameless?: boolean } = {},
): { field: string; strength: number; text: string }[] {
  if (filledCells(profile) === 0) return [];
  const values = valuesOf(profile);
  const evidence = valueEvidence(profile);
  return (isNameless ? withoutHeader : underAnyHeader).flatMap(({ field, strength, share: shareOf }) => {
    const share = shareOf(values);
    return share >= SHARE_MIN && evidence(field).weight >= 0
      ? [{ field, strength: strength * share, text: `${percent(share)} of the values look like it` }]
      : [];
  });
}
