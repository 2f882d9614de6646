import type { ConflictAction } from '#shared/statuses.ts';
import type { AssetSource, AssetValue } from './asset.ts';
import type { HeldRecords } from './identify.ts';

/** What a person decided on held records. */
export interface ConflictDecision {
  action: ConflictAction;
  /** With `merge`: into this asset; null makes a new one of the records. */
  asset_id: string | null;
  /** By field, the row whose value counts; null: the value that the asset has stays. */
  fields: Readonly<Record<string, number | null>>;
  decided_by: string;
  decided_at: Date;
  /** The remembered rule that decided, null when a person decided on this very case. */
  rule_id: string | null;
}

/** What closes a conflict without an answer: a newer import of the sheet asks the same. */
export interface AskedAgain {
  action: 'asked_again';
  /** The newer import. */
  data_import_id: string;
  /** Its file. */
  decided_by: string;
  decided_at: Date;
}

/** One thing, as far as is known, of the records that are held. */
export interface HeldThing {
  row_numbers: number[];
  name: string;
  /** The asset it belongs to by stronger keys, null for none. */
  asset_id: string | null;
  /** What the import would say of it. */
  source: AssetSource;
}

export interface ConflictCandidate {
  /** null: another record of the same import. */
  asset_id: string | null;
  row_number: number | null;
  name: string;
}

export interface DifferingField {
  field: string;
  options: AssetValue[];
}

/** Records that the inventory could not place, and everything a person needs to place them. */
export interface InventoryConflict {
  /** Import and signature. */
  conflict_id: string;
  /** The same case has the same signature in a later import: see case-signatures.ts. */
  signature: string;
  /** `<level>:<about>`: by which keys they meet, and what speaks against one thing. */
  kind: string;
  reason: string;
  first_row: number;
  /** The first of them; `row_count` has all. */
  row_numbers: number[];
  row_count: number;
  /** The first of them, and of a very large one its first records: decided on is what has all of the records. */
  things: HeldThing[];
  candidates: ConflictCandidate[];
  differing: DifferingField[];
  decision: ConflictDecision | null;
}

const LEVEL_WORDS: Readonly<Record<HeldRecords['level'], string>> = {
  serial: 'serial number',
  external_id: 'id',
  fqdn: 'qualified name',
  name: 'name',
  local_id: 'id or tag',
  mac: 'MAC address',
  ip: 'IP address',
};

const ABOUT_WORDS: Readonly<Record<HeldRecords['about'], string>> = {
  serial: 'have different serial numbers',
  external_id: 'have different ids',
  class: 'are different kinds of things',
  domain: 'stand in different domains',
  asset_tag: 'have different tags',
  names: 'go by different names',
  addresses: 'have different addresses',
  purchase: 'were bought on different terms',
  assets: 'lead to different assets of the inventory',
  repeated_name: 'have nothing but words that several records share',
  several: 'may be any of several things',
};

export function conflictReason({ level, about }: Pick<HeldRecords, 'level' | 'about'>): string {
  return `They share the ${LEVEL_WORDS[level]} and ${ABOUT_WORDS[about]}.`;
}
