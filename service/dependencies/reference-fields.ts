import { assetClasses, type AssetClass, type EdgeRelation } from '#shared/statuses.ts';
import { targetFields } from '#shared/target-fields.ts';
import type { NameParting } from './name-lists.ts';

/** The way in which values of a field name other assets. */
export interface ReferenceField extends NameParting {
  relation: EdgeRelation;
  /** Classes the named asset may have, in groups: the first group that has an asset of the name decides. */
  classes: readonly (readonly AssetClass[])[];
  /** The meaning of a name that no asset has: a group that exists by being named, an open end, or nothing at all. */
  ifUnknown: 'group' | 'unresolved' | 'nothing';
}

const UNTOLD: readonly AssetClass[] = ['unknown', 'other'];

const RUNS_ON: ReferenceField = {
  relation: 'runs_on',
  classes: [['server', 'virtual_machine', 'cluster', 'container', 'desktop'], UNTOLD],
  commasPart: true,
  strokesPart: true,
  ifUnknown: 'unresolved',
};
/** A machine's host is hardware before it is another machine of the same name. */
const MACHINE_RUNS_ON: ReferenceField = { ...RUNS_ON, classes: [['server'], ...RUNS_ON.classes] };
const MEMBER_OF: ReferenceField = {
  relation: 'member_of',
  classes: [['cluster'], UNTOLD],
  commasPart: false,
  strokesPart: false,
  ifUnknown: 'group',
};
const PART_OF: ReferenceField = {
  relation: 'part_of',
  classes: [['application'], UNTOLD],
  commasPart: false,
  strokesPart: false,
  ifUnknown: 'group',
};
const PARENT: ReferenceField = {
  relation: 'part_of',
  classes: [assetClasses],
  commasPart: false,
  strokesPart: false,
  ifUnknown: 'unresolved',
};
const DEPENDS_ON: ReferenceField = {
  relation: 'depends_on',
  classes: [assetClasses],
  commasPart: true,
  strokesPart: false,
  ifUnknown: 'unresolved',
};
const USES_DATABASE: ReferenceField = {
  relation: 'uses_database',
  classes: [['database'], ['server', 'virtual_machine', 'container', 'cluster'], UNTOLD],
  commasPart: true,
  strokesPart: false,
  ifUnknown: 'unresolved',
};
/** `Oracle 19c` names an engine far more often than a database: only a database of that very name counts. */
const DATABASE_ENGINE: ReferenceField = { ...USES_DATABASE, classes: [['database']], ifUnknown: 'nothing' };
const BACKUP_OF: ReferenceField = {
  relation: 'backup_of',
  classes: [assetClasses],
  commasPart: true,
  strokesPart: false,
  ifUnknown: 'unresolved',
};

/** Names of clients' own fields that refer to other assets, without the marks between their words. */
const OWN_FIELDS: ReadonlyMap<string, ReferenceField> = new Map(
  (
    [
      [RUNS_ON, 'hostedon runson host hostname esxhost esxihost hypervisorhost physicalhost parenthost virtualhost'],
      [MEMBER_OF, 'clustername memberof membercluster servercluster failovercluster'],
      [PART_OF, 'application app partof belongstoapplication supportsapplication'],
      [PARENT, 'parent parentci parentasset parentserver parentdevice'],
      [DEPENDS_ON, 'dependson dependency upstream upstreamdependencies requires relatedto interfaces connectsto'],
      [
        USES_DATABASE,
        'database databasename databaseserver dbserver dbhost databasehost usesdatabase databaseinstance',
      ],
      [BACKUP_OF, 'backupof backupfor standbyof replicaof drcopyof failoverof'],
    ] as const
  ).flatMap(([field, names]) => names.split(' ').map((name): [string, ReferenceField] => [name, field])),
);

const OF_CATALOGUE: Readonly<Record<string, (assetClass: AssetClass) => ReferenceField | null>> = {
  host_server: (assetClass) => (assetClass === 'virtual_machine' ? MACHINE_RUNS_ON : RUNS_ON),
  cluster: () => MEMBER_OF,
  application_name: (assetClass) => (assetClass === 'application' ? null : PART_OF),
  dependencies: () => DEPENDS_ON,
  database_type: (assetClass) => (assetClass === 'database' ? null : DATABASE_ENGINE),
};

const CATALOGUE: ReadonlySet<string> = new Set(targetFields.map(({ name }) => name));

/** Fields of the catalogue that name no other assets, on assets of any class. */
export const NO_REFERENCES: readonly string[] = [...CATALOGUE].filter((field) => !Object.hasOwn(OF_CATALOGUE, field));

/**
 * The references in a field of an asset of this class; null: none. Fields of the catalogue by themselves, clients' own
 * fields by their names (`Hosted on`, `backup_of`, …), whole names and no parts of them.
 */
export function referenceField(field: string, assetClass: AssetClass): ReferenceField | null {
  if (Object.hasOwn(OF_CATALOGUE, field)) return OF_CATALOGUE[field]?.(assetClass) ?? null;
  if (CATALOGUE.has(field)) return null;
  return OWN_FIELDS.get(field.toLowerCase().replace(/[\s_.-]+/g, '')) ?? null;
}
