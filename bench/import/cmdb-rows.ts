import type { Cell } from '#shared/schemas/cell.schema.ts';

/** Headers of the sheet that is loaded: 20 columns of mixed types, as a real CMDB export has them. */
export const COLUMNS: readonly string[] = [
  'Hostname',
  'IP Address',
  'Operating System',
  'CPU Cores',
  'RAM (GB)',
  'Environment',
  'Serial Number',
  'Application',
  'Location',
  'Owner',
  'Migration Note',
  'Virtual',
  'Cost',
  'Manufacturer',
  'Rack',
  'Cost Center',
  'Purchase Date',
  'Tier',
  'Network',
  'Notes',
];

/** About 250 B of JSON and 450 B of BSON. */
export function cmdbRow(index: number): Cell[] {
  const site = ['Frankfurt DC1', 'Dublin DC2', 'Ashburn DC1'][index % 3] ?? '';
  return [
    `srv-${site.slice(0, 3)}-${index}`,
    `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
    `Windows Server ${2012 + (index % 4) * 3} Standard`,
    4 + (index % 4),
    16 + (index % 5) * 8,
    index % 2 ? 'Production' : 'Test',
    `SN${index * 7919}`,
    `app-${index % 100}`,
    site,
    `team${index % 50}@example.com`,
    index % 9 ? null : 'decommission',
    true,
    index * 1.5,
    'VMware',
    `Rack ${index % 80}`,
    'CC-1001',
    '2019-03-04',
    'Tier 2',
    '10 GbE',
    `note ${index}`,
  ];
}
