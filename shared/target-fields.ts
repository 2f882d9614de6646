/** A field of the catalogue that a column can be mapped to. */
export interface TargetField {
  name: string;
  type: 'string' | 'number' | 'integer' | 'boolean' | 'enum' | 'date' | 'datetime';
  category: string;
  /** Worth a warning when no column provides it. */
  critical: boolean;
  /** Several columns may be mapped to it: IPv4 beside IPv6, one column per disk, site beside country. */
  repeatable: boolean;
  definition: string;
  /** A client's own names for it, beside the built-in ones. */
  aliases?: readonly string[];
}

type Row = [
  name: string,
  type: TargetField['type'],
  critical: 'critical' | '',
  repeatable: 'repeatable' | '',
  definition: string,
];

/** Aligned with the import templates of ServiceNow, Azure Migrate, AWS and Google; by category. */
const catalogue: Readonly<Record<string, readonly Row[]>> = {
  identity: [
    ['asset_name', 'string', 'critical', '', 'Primary display name of the asset, CI, server, VM or device record'],
    ['hostname', 'string', 'critical', '', 'Short host or computer name as configured in the operating system'],
    ['fqdn', 'string', 'critical', '', 'Fully qualified domain name (DNS name) of the host'],
    [
      'asset_id',
      'string',
      'critical',
      'repeatable',
      'Unique identifier of the record in the source system (CI id, sys_id, UUID, VM id, external id, application id)',
    ],
    ['asset_tag', 'string', '', '', 'Inventory, barcode or property tag of the physical asset'],
    ['serial_number', 'string', 'critical', '', 'Manufacturer hardware serial number or service tag'],
    [
      'asset_type',
      'string',
      'critical',
      '',
      'Kind or class of the asset: server, virtual machine, database, network device, application, laptop',
    ],
    ['description', 'string', '', 'repeatable', 'Free-text description, comments, notes or annotation about the asset'],
    ['tags', 'string', '', 'repeatable', 'Labels, tags, keywords or key-value metadata attached to the asset'],
  ],
  status: [
    [
      'status',
      'enum',
      'critical',
      '',
      'Operational or install status of the asset: active, in use, installed, retired, decommissioned',
    ],
    ['power_state', 'enum', '', '', 'Power state of the virtual machine or server: on, off, suspended, running'],
    ['environment', 'enum', 'critical', '', 'Deployment environment: production, test, development, staging, QA, DR'],
  ],
  location: [
    [
      'location',
      'string',
      'critical',
      'repeatable',
      'Physical or geographic location: site, building, address, city, region, country',
    ],
    ['datacenter', 'string', 'critical', '', 'Data center or hosting facility where the asset resides'],
    ['rack_location', 'string', '', 'repeatable', 'Rack, cabinet, rack position or rack unit of the hardware'],
  ],
  technical: [
    [
      'operating_system',
      'string',
      'critical',
      'repeatable',
      'Operating system name or family, such as Windows Server 2019 or Red Hat Enterprise Linux',
    ],
    [
      'os_version',
      'string',
      'critical',
      'repeatable',
      'Operating system version, release, build number, kernel or service pack',
    ],
    ['os_architecture', 'string', '', '', 'CPU or operating system architecture: x64, x86, arm, 64-bit'],
    ['cpu_cores', 'integer', 'critical', '', 'Number of CPU cores, vCPUs or logical processors'],
    ['cpu_sockets', 'integer', '', '', 'Number of physical processors or CPU sockets'],
    ['cpu_model', 'string', '', '', 'Processor model, type, name or CPU manufacturer'],
    ['memory_gb', 'number', 'critical', '', 'Total installed memory (RAM) of the machine, in any unit'],
    [
      'storage_gb',
      'number',
      'critical',
      'repeatable',
      'Total allocated, provisioned or installed disk storage capacity, in any unit',
    ],
    ['storage_used_gb', 'number', '', 'repeatable', 'Disk storage actually used, consumed or in use'],
    ['ip_address', 'string', 'critical', 'repeatable', 'IP address (IPv4 or IPv6) of the asset'],
    ['mac_address', 'string', '', 'repeatable', 'MAC (hardware, physical) address of the network interface'],
    [
      'network_segment',
      'string',
      '',
      'repeatable',
      'Network, VLAN, subnet, port group or netmask the asset is connected to',
    ],
    ['manufacturer', 'string', '', '', 'Hardware manufacturer, make or brand'],
    ['model', 'string', '', 'repeatable', 'Hardware model name or model number'],
    ['is_virtual', 'boolean', '', '', 'Whether the machine is virtual or physical'],
    [
      'hypervisor',
      'string',
      '',
      '',
      'Hypervisor or virtualization platform: VMware, Hyper-V, AHV, KVM, vCenter version',
    ],
    ['host_server', 'string', '', '', 'Physical host, ESXi host or parent server on which the asset runs'],
    ['cluster', 'string', '', '', 'Cluster the machine belongs to'],
    [
      'server_role',
      'string',
      '',
      '',
      'Role, function or tier of the server: web, application, database, domain controller',
    ],
    ['database_type', 'string', '', '', 'Database engine or database name and release: Oracle, SQL Server, MySQL'],
    [
      'technology_stack',
      'string',
      '',
      'repeatable',
      'Technologies, programming language, middleware, installed software or buildpack',
    ],
  ],
  application: [
    ['application_name', 'string', 'critical', '', 'Name of the business application the asset is or supports'],
    ['vendor', 'string', '', 'repeatable', 'Supplier or software vendor that provides the asset or product'],
    ['hosting_model', 'enum', '', '', 'Hosting or deployment model: on-premises, SaaS, cloud, hybrid'],
  ],
  business: [
    [
      'business_owner',
      'string',
      'critical',
      'repeatable',
      'Business owner, product owner or accountable owner of the asset or application',
    ],
    [
      'technical_owner',
      'string',
      'critical',
      'repeatable',
      'Technical owner, administrator, custodian or person who manages the asset',
    ],
    ['support_group', 'string', '', 'repeatable', 'Support team, assignment group or managing group'],
    ['assigned_to', 'string', '', 'repeatable', 'Person or user to whom the asset is assigned or who uses it'],
    [
      'department',
      'string',
      'critical',
      'repeatable',
      'Department, business unit or division that owns or uses the asset',
    ],
    ['organization', 'string', '', 'repeatable', 'Company, organization, customer or tenant the asset belongs to'],
    ['cost_center', 'string', '', '', 'Cost center, GL account or budget code'],
    [
      'business_criticality',
      'enum',
      'critical',
      '',
      'Business or mission criticality, importance or tier of the asset or application',
    ],
    ['data_classification', 'enum', '', '', 'Data sensitivity or classification: confidential, PII, public'],
    ['compliance', 'string', '', 'repeatable', 'Regulatory or compliance scope: SOX, PCI, GDPR, HIPAA'],
    [
      'business_service',
      'string',
      '',
      'repeatable',
      'Business service, business capability, domain or process supported',
    ],
  ],
  lifecycle: [
    [
      'lifecycle_stage',
      'enum',
      '',
      '',
      'Lifecycle phase of the asset or application: plan, phase-in, active, phase-out, end of life',
    ],
    ['install_date', 'date', '', '', 'Date the asset was installed, deployed or went into production'],
    ['purchase_date', 'date', '', '', 'Date the asset was purchased, acquired or ordered'],
    ['warranty_expiration', 'date', '', '', 'Warranty or maintenance contract expiry date or warranty period'],
    ['end_of_support_date', 'date', '', '', 'End-of-life, end-of-support, retirement or decommission date'],
    ['last_seen', 'datetime', '', '', 'Date and time the asset was last discovered, scanned or seen'],
  ],
  cost: [
    ['purchase_cost', 'number', '', '', 'Purchase price or acquisition cost of the asset'],
    ['annual_cost', 'number', '', '', 'Recurring run cost: annual, monthly or total cost of ownership'],
  ],
  performance: [
    ['cpu_utilization_percent', 'number', 'critical', 'repeatable', 'Average CPU utilization or usage percentage'],
    ['cpu_utilization_percent_max', 'number', '', '', 'Peak or maximum CPU utilization percentage'],
    [
      'memory_utilization_percent',
      'number',
      'critical',
      'repeatable',
      'Average memory utilization, used memory or usage percentage',
    ],
    ['memory_utilization_percent_max', 'number', '', '', 'Peak or maximum memory utilization'],
    ['disk_iops', 'number', '', 'repeatable', 'Disk read or write operations per second (IOPS)'],
    ['network_throughput_mbps', 'number', '', 'repeatable', 'Network throughput in or out, bytes sent or received'],
  ],
  resilience: [
    ['rto', 'string', '', '', 'Recovery time objective (RTO)'],
    ['rpo', 'string', '', '', 'Recovery point objective (RPO)'],
  ],
  dependency: [
    [
      'dependencies',
      'string',
      'critical',
      'repeatable',
      'Upstream or downstream dependencies, related or connected assets and interfaces',
    ],
  ],
  migration: [
    [
      'six_r_strategy',
      'enum',
      'critical',
      '',
      'Migration treatment or 6R/7R strategy: rehost, replatform, refactor, retire, retain, repurchase',
    ],
    ['migration_wave', 'string', '', '', 'Migration wave or move group'],
    ['migration_complexity', 'enum', '', '', 'Migration effort, complexity or difficulty'],
  ],
};

export const targetFields: readonly TargetField[] = Object.entries(catalogue).flatMap(([category, rows]) =>
  rows.map(([name, type, critical, repeatable, definition]) => ({
    name,
    type,
    category,
    critical: critical !== '',
    repeatable: repeatable !== '',
    definition,
  })),
);
