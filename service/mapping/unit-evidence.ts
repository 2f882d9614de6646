const SIZE_FIELDS = new Set(['memory_gb', 'storage_gb', 'storage_used_gb', 'database_size_gb']);
const PERCENT_FIELDS = new Set([
  'cpu_utilization_percent',
  'cpu_utilization_percent_max',
  'memory_utilization_percent',
  'memory_utilization_percent_max',
]);
const COST_FIELDS = new Set(['purchase_cost', 'annual_cost']);

/** The evidence of a unit in the header about a field: 1 it is measured in it, −1 it cannot be, 0 nothing. */
export function unitEvidence(field: string, unit: string | null): -1 | 0 | 1 {
  if (unit === null) return 0;
  if (['gb', 'mb', 'tb', 'kb', 'bytes'].includes(unit))
    return SIZE_FIELDS.has(field) ? 1 : field === 'memory_utilization_percent' ? 0 : -1;
  if (unit === '%') return PERCENT_FIELDS.has(field) ? 1 : -1;
  if (unit === 'mhz' || unit === 'ghz') return field === 'cpu_model' ? 0 : -1;
  if (['mbps', 'kbps', 'gbps'].includes(unit)) return field === 'network_throughput_mbps' ? 1 : -1;
  if (unit === 'money') return COST_FIELDS.has(field) ? 1 : -1;
  return 0;
}
