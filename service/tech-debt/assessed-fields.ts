import type { Asset } from '../inventory/asset.ts';

/** Every field an assessment looks at. Rules can ask for no other, so that assets need not be read whole. */
export const ASSESSED_FIELDS = [
  'operating_system',
  'os_version',
  'os_architecture',
  'hypervisor',
  'database_type',
  'technology_stack',
  'vendor',
  'end_of_support_date',
  'purchase_date',
  'install_date',
  'warranty_expiration',
  'is_virtual',
  'model',
  'manufacturer',
  'hosting_model',
  'power_state',
  'status',
  'lifecycle_stage',
  'six_r_strategy',
  'cpu_cores',
  'memory_gb',
  'storage_gb',
  'cpu_utilization_percent',
  'cpu_utilization_percent_max',
  'memory_utilization_percent',
  'memory_utilization_percent_max',
  'business_owner',
  'technical_owner',
  'support_group',
  'assigned_to',
] as const;

export type AssessedField = (typeof ASSESSED_FIELDS)[number];

/** The input of an assessment from an asset; values of other fields may be missing. */
export type AssessedSubject = Pick<Asset, '_id' | 'name' | 'asset_class' | 'class_rule' | 'values'>;
