/** Fields of which each thing has its own value: a blank or repeated one is worth telling. */
export const uniqueFields: ReadonlySet<string> = new Set([
  'asset_name',
  'hostname',
  'fqdn',
  'asset_id',
  'asset_tag',
  'serial_number',
]);

/** Fields of which one at least says which thing a record is about (docs/agents/asset-inventory.md). */
export const keyFields: ReadonlySet<string> = new Set([
  ...uniqueFields,
  'application_name',
  'ip_address',
  'mac_address',
]);
