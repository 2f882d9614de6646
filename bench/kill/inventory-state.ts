import { createHash } from 'node:crypto';
import type { Db, Document } from 'mongodb';
import { assetId } from '#service/inventory/asset-id.ts';

/** One import's flow, and how many rows its assets' ids were made of. */
export interface ImportIds {
  flowId: string;
  dataImportId: string;
  rows: number;
}

/** Times differ from run to run, and so do numbers of generations and what an id of a flow is in. Memory counts uses. */
const LEFT_OUT = /^(_id|flow_id|generation|generations_begun|generation_number|assessed_for)$|_at$|_age_days$/;

/**
 * What an engagement's flows have left behind, per collection: how many documents and the SHA-256 of all of them in an order
 * of their own, with ids by row instead of by import. Equal in two runs when both came to the same.
 */
export async function stateOf(
  db: Db,
  engagementId: string,
  imports: readonly ImportIds[],
): Promise<Map<string, string>> {
  const names = namesOf(imports);
  const ofEngagement = { engagement_id: engagementId };
  const ofImports = { data_import_id: { $in: imports.map(({ dataImportId }) => dataImportId) } };
  const graph = await db.collection('engagement_graphs').findOne(ofEngagement);
  const assessed = await db.collection('assessment_summaries').findOne(ofEngagement);
  const read: Record<string, [collection: string, filter: Document]> = {
    assets: ['assets', ofEngagement],
    changes: ['asset_changes', ofEngagement],
    conflicts: ['inventory_conflicts', ofEngagement],
    edges: ['asset_edges', { ...ofEngagement, generation: graph?.['generation'] as string }],
    measures: ['engagement_graphs', ofEngagement],
    assessments: ['asset_assessments', { ...ofEngagement, generation: assessed?.['generation'] as string }],
    summary: ['assessment_summaries', ofEngagement],
    findings: ['import_findings', ofImports],
    profiles: ['import_column_profiles', ofImports],
    mappings: ['import_field_mappings', ofImports],
    plans: ['import_cleansing_plans', { _id: { $in: ofImports.data_import_id.$in as never[] } }],
  };
  const state = new Map<string, string>();
  for (const [name, [collection, filter]] of Object.entries(read)) {
    const documents = await db.collection(collection).find(filter).toArray();
    const lines = documents.map((document) => JSON.stringify(plain(withoutExamples(document), names))).sort();
    state.set(name, `${lines.length} ${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)}`);
  }
  return state;
}

export function differences(is: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): string[] {
  return [...wanted].flatMap(([name, value]) =>
    is.get(name) === value ? [] : [`${name} ${is.get(name)} not ${value}`],
  );
}

/** Of the findings over all assets, the first of which are listed: the first by id, and ids are new in every run. */
function withoutExamples(document: Document): Document {
  const isByAsset = document['agent'] === 'dependency-analysis' || document['agent'] === 'tech-debt-assessment';
  if (!isByAsset) return document;
  return Object.fromEntries(Object.entries(document).filter(([key]) => key !== 'cells' && key !== 'message'));
}

function namesOf(imports: readonly ImportIds[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [at, { dataImportId, flowId, rows }] of imports.entries()) {
    names.set(dataImportId, `import ${at}`).set(flowId, `flow ${at}`);
    for (let row = 1; row <= rows; row += 1) names.set(assetId(dataImportId, row), `asset ${at}:${row}`);
  }
  return names;
}

/** Without what differs from run to run, and in an order of its own. */
export function plain(value: unknown, names: ReadonlyMap<string, string> = new Map()): unknown {
  if (typeof value === 'string')
    return value
      .replace(/(ast|imp|flow)_[0-9a-z]+/g, (id) => names.get(id) ?? id)
      .replace(/used (once|\d+ times)/, 'used');
  // Ids are new in every run, and so is what is in the order of ids.
  if (Array.isArray(value)) return value.map((one) => plain(one, names)).sort(byText);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !LEFT_OUT.test(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner, names)]),
  );
}

function byText(a: unknown, b: unknown): number {
  const [first, second] = [JSON.stringify(a), JSON.stringify(b)];
  return first < second ? -1 : Number(first > second);
}
