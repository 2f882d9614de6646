import type { AssetClass } from '#shared/statuses.ts';

/** Tables of ServiceNow's CMDB without `cmdb_ci_`, in the order they are looked for. */
const CLASSES: readonly (readonly [RegExp, AssetClass])[] = [
  [/^(?:db|database)(?:_|$)/, 'database'],
  [/^(?:appl|business_app|service|app_server|web_server|application_software)(?:_|$)/, 'application'],
  [
    /^(?:netgear|ip_(?:switch|router|firewall|device)|lb|wap|network_(?:host|gear)|vpn|firewall)(?:_|$)/,
    'network_device',
  ],
  [/^(?:storage|msd|san|nas|datastore|disk_array|tape_library)(?:_|$)|_datastore$/, 'storage'],
  [/(?:^|_)cluster$/, 'cluster'],
  [
    /^(?:vm|vmware|hyper_v|kvm|xen|ec2|virtual_machine|cloud_vm)(?:_instance|_object)?$|_vm_instance$/,
    'virtual_machine',
  ],
  [/^(?:docker_)?container$|^kubernetes_pod$/, 'container'],
  [/^(?:computer|pc_hardware)$/, 'desktop'],
  [/^(?:[a-z]+_)*server$|^(?:mainframe|server_hardware)(?:_|$)/, 'server'],
  [/^(?:printer|ups|pdu|imaging_hardware|phone|handheld_computing)(?:_|$)/, 'other'],
];

const TABLE = /(?<![a-z])cmdb_ci_([a-z_]{2,60})/i;

/** The class of a table whose name stands in that of a file or sheet: `cmdb_ci_ip_switch (2).csv`; null: none does. */
export function classOfTable(text: string): AssetClass | null {
  let name = TABLE.exec(text)?.[1]?.toLowerCase().replace(/_+$/, '') ?? '';
  while (name !== '') {
    const found = CLASSES.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
    // `linux_server_export`
    name = name.includes('_') ? name.slice(0, name.lastIndexOf('_')) : '';
  }
  return null;
}
