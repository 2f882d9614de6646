import type { AssetClass } from '#shared/statuses.ts';
import { isList, type CleansedValue } from '../cleansing/cleansed.ts';
import { folded } from '../cleansing/plain-text.ts';
import type { Classification, FirstValue } from './classify.ts';

/** Ids of cloud resources that say what they are of; lower case. */
const CLOUD_IDS: readonly (readonly [RegExp, AssetClass])[] = [
  [/^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/, 'virtual_machine'],
  [/^arn:aws[\w-]*:ec2:[^:]*:[^:]*:instance\//, 'virtual_machine'],
  [/^arn:aws[\w-]*:rds:[^:]*:[^:]*:(?:db|cluster):/, 'database'],
  [/^\/subscriptions\/.*\/microsoft\.compute\/virtualmachines\/[^/]+$/, 'virtual_machine'],
  [/^\/subscriptions\/.*\/microsoft\.(?:sql|dbfor\w+)\/.*(?:databases|servers)\/[^/]+$/, 'database'],
  [/(?:^|\/)projects\/[^/]+\/zones\/[^/]+\/instances\/[^/]+$/, 'virtual_machine'],
  [/^ocid1\.instance\./, 'virtual_machine'],
];

/** Sizes by which clouds sell machines: Amazon's, Azure's, Google's. Bare metal is none. */
const CLOUD_SIZES: readonly RegExp[] = [
  /^[a-z]{1,3}\d[a-z-]{0,5}\.(?:nano|micro|small|medium|large|\d{0,2}xlarge)$/,
  /^(?:standard|basic)_[a-z]{1,3}\d+[a-z\d-]*(?:_[a-z\d]+)*$/,
  /^(?:[acemnt]\d[a-z]?)-(?:standard|highmem|highcpu|ultramem|megamem|micro|small|medium)(?:-\d+)?$/,
];

const ENGINE =
  /(?<![a-z])(?:oracle|(?:ms|azure )?sql(?: server)?|mssqlserver|postgre(?:s|sql)?|postgresql|mysql|mariadb|percona|mongo(?:db)?|db2|udb|hana|maxdb|sybase|informix|ingres|firebird|adabas|teradata|netezza|greenplum|vertica|cassandra|couchbase|couchdb|redis|neo4j|influxdb|clickhouse|cockroachdb|dynamodb|documentdb|cosmos ?db|aurora|snowflake|sqlite|ms ?access|elasticsearch|opensearch)(?![a-z])/;

/** What a machine has, and a database named beside its host has not. */
const OF_A_MACHINE = [
  'operating_system',
  'os_version',
  'os_architecture',
  'cpu_cores',
  'cpu_sockets',
  'cpu_model',
  'memory_gb',
  'ip_address',
  'mac_address',
  'serial_number',
  'hostname',
  'fqdn',
  'hypervisor',
  'power_state',
  'rack_location',
];

/** What is looked at only where a record names a database engine. */
export const FIELDS_BESIDE_AN_ENGINE: ReadonlySet<string> = new Set([...OF_A_MACHINE, 'technology_stack']);
const TEXT_MAX_CHARACTERS = 400;

/** How sure a trace is: an id goes before what the sheet is about, a size or an engine does not. */
interface Trace {
  assetClass: AssetClass;
  rule: 'cloud-resource' | 'database-engine';
  reason: string;
  isId: boolean;
}

/**
 * What a record says of itself without naming its type: an id or size that only a cloud gives, or a database engine with the
 * host it runs on. Null where it says nothing of that, or where the sheet's own words say what it lists.
 *
 * @param listed what the sheet's name or the header over the names says
 */
export function byOwnTraces(
  first: FirstValue,
  listed: AssetClass | null,
  isHypervisor: boolean,
): Classification | null {
  const [trace, ...others] = [byCloudId(first), byCloudSize(first), byEngine(first)].filter((one) => one !== null);
  if (trace === undefined || (!trace.isId && listed !== null && listed !== trace.assetClass)) return null;
  const other = others.find(({ assetClass }) => assetClass !== trace.assetClass);
  if (other !== undefined) return disagreeing(trace.reason, other.reason);
  if (listed === null && trace.rule === 'database-engine' && isOfApplication(first))
    return disagreeing(trace.reason, 'it says what applications say');
  if (isHypervisor) return disagreeing(trace.reason, 'it runs what only hosts of virtual machines run');
  return { assetClass: trace.assetClass, rule: trace.rule, reason: `It is said to be ${trace.reason}.` };
}

const disagreeing = (one: string, other: string): Classification => ({
  assetClass: 'unknown',
  rule: 'traces-disagree',
  reason: `It is said to be ${one}, but also ${other}.`,
});

function byCloudId(first: FirstValue): Trace | null {
  const id = textOf(first('asset_id'));
  const found = CLOUD_IDS.find(([form]) => form.test(id));
  if (found === undefined) return null;
  return { assetClass: found[1], rule: 'cloud-resource', reason: 'a resource of a cloud by its id', isId: true };
}

function byCloudSize(first: FirstValue): Trace | null {
  const size = textOf(first('model'));
  if (!CLOUD_SIZES.some((form) => form.test(size))) return null;
  return {
    assetClass: 'virtual_machine',
    rule: 'cloud-resource',
    reason: `an instance of a cloud of the size ${size}`,
    isId: false,
  };
}

function byEngine(first: FirstValue): Trace | null {
  const said = first('database_type');
  const engine = typeof said === 'string' ? said : '';
  if (first('asset_name') === undefined || first('host_server') === undefined) return null;
  if (!ENGINE.test(textOf(said)) || OF_A_MACHINE.some((field) => first(field) !== undefined)) return null;
  const reason = `${engine.slice(0, 60)} and names the host it runs on`;
  return { assetClass: 'database', rule: 'database-engine', reason, isId: false };
}

/** Whether a record is called as its application is, or says what it is built with; a database may name its release there. */
function isOfApplication(first: FirstValue): boolean {
  const [name, application] = [textOf(first('asset_name')), textOf(first('application_name'))];
  if (name !== '' && name === application) return true;
  const stack = first('technology_stack') ?? '';
  return (isList(stack) ? stack : [stack]).map(textOf).some((text) => text !== '' && !ENGINE.test(text));
}

const textOf = (value: NonNullable<CleansedValue> | undefined): string =>
  typeof value === 'string' ? folded(value.slice(0, TEXT_MAX_CHARACTERS).trim()) : '';
