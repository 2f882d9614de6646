export interface TargetField { name: string; type: string; category: string; critical: boolean; repeatable: boolean; definition: string }
export const targetFields: readonly TargetField[] = [
 {
  "name": "asset_name",
  "type": "string",
  "category": "identity",
  "critical": true,
  "definition": "Primary display name of the asset, CI, server, VM or device record",
  "repeatable": false
 },
 {
  "name": "hostname",
  "type": "string",
  "category": "identity",
  "critical": true,
  "definition": "Short host or computer name as configured in the operating system",
  "repeatable": false
 },
 {
  "name": "fqdn",
  "type": "string",
  "category": "identity",
  "critical": true,
  "definition": "Fully qualified domain name (DNS name) of the host",
  "repeatable": false
 },
 {
  "name": "asset_id",
  "type": "string",
  "category": "identity",
  "critical": true,
  "definition": "Unique identifier of the record in the source system (CI id, sys_id, UUID, VM id, external id, application id)",
  "repeatable": false
 },
 {
  "name": "asset_tag",
  "type": "string",
  "category": "identity",
  "critical": false,
  "definition": "Inventory, barcode or property tag of the physical asset",
  "repeatable": false
 },
 {
  "name": "serial_number",
  "type": "string",
  "category": "identity",
  "critical": true,
  "definition": "Manufacturer hardware serial number or service tag",
  "repeatable": false
 },
 {
  "name": "asset_type",
  "type": "string",
  "category": "identity",
  "critical": true,
  "definition": "Kind or class of the asset: server, virtual machine, database, network device, application, laptop",
  "repeatable": false
 },
 {
  "name": "description",
  "type": "string",
  "category": "identity",
  "critical": false,
  "definition": "Free-text description, comments, notes or annotation about the asset",
  "repeatable": true
 },
 {
  "name": "tags",
  "type": "string",
  "category": "identity",
  "critical": false,
  "definition": "Labels, tags, keywords or key-value metadata attached to the asset",
  "repeatable": true
 },
 {
  "name": "status",
  "type": "enum",
  "category": "status",
  "critical": true,
  "definition": "Operational or install status of the asset: active, in use, installed, retired, decommissioned",
  "repeatable": false
 },
 {
  "name": "power_state",
  "type": "enum",
  "category": "status",
  "critical": false,
  "definition": "Power state of the virtual machine or server: on, off, suspended, running",
  "repeatable": false
 },
 {
  "name": "environment",
  "type": "enum",
  "category": "status",
  "critical": true,
  "definition": "Deployment environment: production, test, development, staging, QA, DR",
  "repeatable": false
 },
 {
  "name": "location",
  "type": "string",
  "category": "location",
  "critical": true,
  "definition": "Physical or geographic location: site, building, address, city, region, country",
  "repeatable": false
 },
 {
  "name": "datacenter",
  "type": "string",
  "category": "location",
  "critical": true,
  "definition": "Data center or hosting facility where the asset resides",
  "repeatable": false
 },
 {
  "name": "rack_location",
  "type": "string",
  "category": "location",
  "critical": false,
  "definition": "Rack, cabinet, rack position or rack unit of the hardware",
  "repeatable": false
 },
 {
  "name": "operating_system",
  "type": "string",
  "category": "technical",
  "critical": true,
  "definition": "Operating system name or family, such as Windows Server 2019 or Red Hat Enterprise Linux",
  "repeatable": false
 },
 {
  "name": "os_version",
  "type": "string",
  "category": "technical",
  "critical": true,
  "definition": "Operating system version, release, build number, kernel or service pack",
  "repeatable": false
 },
 {
  "name": "os_architecture",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "CPU or operating system architecture: x64, x86, arm, 64-bit",
  "repeatable": false
 },
 {
  "name": "cpu_cores",
  "type": "integer",
  "category": "technical",
  "critical": true,
  "definition": "Number of CPU cores, vCPUs or logical processors",
  "repeatable": false
 },
 {
  "name": "cpu_sockets",
  "type": "integer",
  "category": "technical",
  "critical": false,
  "definition": "Number of physical processors or CPU sockets",
  "repeatable": false
 },
 {
  "name": "cpu_model",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Processor model, type, name or CPU manufacturer",
  "repeatable": false
 },
 {
  "name": "memory_gb",
  "type": "number",
  "category": "technical",
  "critical": true,
  "definition": "Total installed memory (RAM) of the machine, in any unit",
  "repeatable": false
 },
 {
  "name": "storage_gb",
  "type": "number",
  "category": "technical",
  "critical": true,
  "definition": "Total allocated, provisioned or installed disk storage capacity, in any unit",
  "repeatable": false
 },
 {
  "name": "storage_used_gb",
  "type": "number",
  "category": "technical",
  "critical": false,
  "definition": "Disk storage actually used, consumed or in use",
  "repeatable": false
 },
 {
  "name": "ip_address",
  "type": "string",
  "category": "technical",
  "critical": true,
  "definition": "IP address (IPv4 or IPv6) of the asset",
  "repeatable": true
 },
 {
  "name": "mac_address",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "MAC (hardware, physical) address of the network interface",
  "repeatable": true
 },
 {
  "name": "network_segment",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Network, VLAN, subnet, port group or netmask the asset is connected to",
  "repeatable": false
 },
 {
  "name": "manufacturer",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Hardware manufacturer, make or brand",
  "repeatable": false
 },
 {
  "name": "model",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Hardware model name or model number",
  "repeatable": false
 },
 {
  "name": "is_virtual",
  "type": "boolean",
  "category": "technical",
  "critical": false,
  "definition": "Whether the machine is virtual or physical",
  "repeatable": false
 },
 {
  "name": "hypervisor",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Hypervisor or virtualization platform: VMware, Hyper-V, AHV, KVM, vCenter version",
  "repeatable": false
 },
 {
  "name": "host_server",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Physical host, ESXi host or parent server on which the asset runs",
  "repeatable": false
 },
 {
  "name": "cluster",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Cluster the machine belongs to",
  "repeatable": false
 },
 {
  "name": "server_role",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Role, function or tier of the server: web, application, database, domain controller",
  "repeatable": false
 },
 {
  "name": "database_type",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Database engine or database name and release: Oracle, SQL Server, MySQL",
  "repeatable": false
 },
 {
  "name": "technology_stack",
  "type": "string",
  "category": "technical",
  "critical": false,
  "definition": "Technologies, programming language, middleware, installed software or buildpack",
  "repeatable": false
 },
 {
  "name": "application_name",
  "type": "string",
  "category": "application",
  "critical": true,
  "definition": "Name of the business application the asset is or supports",
  "repeatable": false
 },
 {
  "name": "vendor",
  "type": "string",
  "category": "application",
  "critical": false,
  "definition": "Supplier or software vendor that provides the asset or product",
  "repeatable": false
 },
 {
  "name": "hosting_model",
  "type": "enum",
  "category": "application",
  "critical": false,
  "definition": "Hosting or deployment model: on-premises, SaaS, cloud, hybrid",
  "repeatable": false
 },
 {
  "name": "business_owner",
  "type": "string",
  "category": "business",
  "critical": true,
  "definition": "Business owner, product owner or accountable owner of the asset or application",
  "repeatable": false
 },
 {
  "name": "technical_owner",
  "type": "string",
  "category": "business",
  "critical": true,
  "definition": "Technical owner, administrator, custodian or person who manages the asset",
  "repeatable": false
 },
 {
  "name": "support_group",
  "type": "string",
  "category": "business",
  "critical": false,
  "definition": "Support team, assignment group or managing group",
  "repeatable": false
 },
 {
  "name": "assigned_to",
  "type": "string",
  "category": "business",
  "critical": false,
  "definition": "Person or user to whom the asset is assigned or who uses it",
  "repeatable": false
 },
 {
  "name": "department",
  "type": "string",
  "category": "business",
  "critical": true,
  "definition": "Department, business unit or division that owns or uses the asset",
  "repeatable": false
 },
 {
  "name": "organization",
  "type": "string",
  "category": "business",
  "critical": false,
  "definition": "Company, organization, customer or tenant the asset belongs to",
  "repeatable": false
 },
 {
  "name": "cost_center",
  "type": "string",
  "category": "business",
  "critical": false,
  "definition": "Cost center, GL account or budget code",
  "repeatable": false
 },
 {
  "name": "business_criticality",
  "type": "enum",
  "category": "business",
  "critical": true,
  "definition": "Business or mission criticality, importance or tier of the asset or application",
  "repeatable": false
 },
 {
  "name": "data_classification",
  "type": "enum",
  "category": "business",
  "critical": false,
  "definition": "Data sensitivity or classification: confidential, PII, public",
  "repeatable": false
 },
 {
  "name": "compliance",
  "type": "string",
  "category": "business",
  "critical": false,
  "definition": "Regulatory or compliance scope: SOX, PCI, GDPR, HIPAA",
  "repeatable": false
 },
 {
  "name": "business_service",
  "type": "string",
  "category": "business",
  "critical": false,
  "definition": "Business service, business capability, domain or process supported",
  "repeatable": false
 },
 {
  "name": "lifecycle_stage",
  "type": "enum",
  "category": "lifecycle",
  "critical": false,
  "definition": "Lifecycle phase of the asset or application: plan, phase-in, active, phase-out, end of life",
  "repeatable": false
 },
 {
  "name": "install_date",
  "type": "date",
  "category": "lifecycle",
  "critical": false,
  "definition": "Date the asset was installed, deployed or went into production",
  "repeatable": false
 },
 {
  "name": "purchase_date",
  "type": "date",
  "category": "lifecycle",
  "critical": false,
  "definition": "Date the asset was purchased, acquired or ordered",
  "repeatable": false
 },
 {
  "name": "warranty_expiration",
  "type": "date",
  "category": "lifecycle",
  "critical": false,
  "definition": "Warranty or maintenance contract expiry date or warranty period",
  "repeatable": false
 },
 {
  "name": "end_of_support_date",
  "type": "date",
  "category": "lifecycle",
  "critical": false,
  "definition": "End-of-life, end-of-support, retirement or decommission date",
  "repeatable": false
 },
 {
  "name": "last_seen",
  "type": "datetime",
  "category": "lifecycle",
  "critical": false,
  "definition": "Date and time the asset was last discovered, scanned or seen",
  "repeatable": false
 },
 {
  "name": "purchase_cost",
  "type": "number",
  "category": "cost",
  "critical": false,
  "definition": "Purchase price or acquisition cost of the asset",
  "repeatable": false
 },
 {
  "name": "annual_cost",
  "type": "number",
  "category": "cost",
  "critical": false,
  "definition": "Recurring run cost: annual, monthly or total cost of ownership",
  "repeatable": false
 },
 {
  "name": "cpu_utilization_percent",
  "type": "number",
  "category": "performance",
  "critical": true,
  "definition": "Average CPU utilization or usage percentage",
  "repeatable": false
 },
 {
  "name": "cpu_utilization_percent_max",
  "type": "number",
  "category": "performance",
  "critical": false,
  "definition": "Peak or maximum CPU utilization percentage",
  "repeatable": false
 },
 {
  "name": "memory_utilization_percent",
  "type": "number",
  "category": "performance",
  "critical": true,
  "definition": "Average memory utilization, used memory or usage percentage",
  "repeatable": false
 },
 {
  "name": "memory_utilization_percent_max",
  "type": "number",
  "category": "performance",
  "critical": false,
  "definition": "Peak or maximum memory utilization",
  "repeatable": false
 },
 {
  "name": "disk_iops",
  "type": "number",
  "category": "performance",
  "critical": false,
  "definition": "Disk read or write operations per second (IOPS)",
  "repeatable": false
 },
 {
  "name": "network_throughput_mbps",
  "type": "number",
  "category": "performance",
  "critical": false,
  "definition": "Network throughput in or out, bytes sent or received",
  "repeatable": false
 },
 {
  "name": "rto",
  "type": "string",
  "category": "resilience",
  "critical": false,
  "definition": "Recovery time objective (RTO)",
  "repeatable": false
 },
 {
  "name": "rpo",
  "type": "string",
  "category": "resilience",
  "critical": false,
  "definition": "Recovery point objective (RPO)",
  "repeatable": false
 },
 {
  "name": "dependencies",
  "type": "string",
  "category": "dependency",
  "critical": true,
  "definition": "Upstream or downstream dependencies, related or connected assets and interfaces",
  "repeatable": false
 },
 {
  "name": "six_r_strategy",
  "type": "enum",
  "category": "migration",
  "critical": true,
  "definition": "Migration treatment or 6R/7R strategy: rehost, replatform, refactor, retire, retain, repurchase",
  "repeatable": false
 },
 {
  "name": "migration_wave",
  "type": "string",
  "category": "migration",
  "critical": false,
  "definition": "Migration wave or move group",
  "repeatable": false
 },
 {
  "name": "migration_complexity",
  "type": "enum",
  "category": "migration",
  "critical": false,
  "definition": "Migration effort, complexity or difficulty",
  "repeatable": false
 }
];
