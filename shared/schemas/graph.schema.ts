import { z } from 'zod';
import { GRAPH_DEPTH_MAX, GRAPH_NODES_DEFAULT, GRAPH_NODES_MAX } from '../limits.ts';
import { assetClasses, edgeRelations, edgeStates } from '../statuses.ts';
import { idSchema, pageQuerySchema, textSchema, timeSchema } from './common.schema.ts';

/** An asset's id, or the id of a node that is known by its name only. */
const nodeIdSchema = textSchema(700).min(1);

export const graphNodeSchema = z.strictObject({
  node_id: nodeIdSchema,
  kind: z.enum(['asset', 'group', 'name']).describe('name: no asset has it, or several have'),
  name: z.string(),
  asset_class: z.enum(assetClasses).nullable().describe('null unless it is an asset'),
});
export type GraphNode = z.infer<typeof graphNodeSchema>;

const graphEdgeSchema = z.strictObject({
  edge_id: z.string(),
  from: nodeIdSchema,
  to: nodeIdSchema,
  relation: z.enum(edgeRelations),
  state: z.enum(edgeStates),
});

export const graphQuerySchema = z.strictObject({
  focus: nodeIdSchema.optional().describe('Around this node; without it what most depend on and the largest groups'),
  depth: z.coerce.number().int().min(1).max(GRAPH_DEPTH_MAX).default(1).describe('Edges away from the focus'),
  limit: z.coerce.number().int().min(1).max(GRAPH_NODES_MAX).default(GRAPH_NODES_DEFAULT).describe('Nodes at most'),
});

export const graphSchema = z.strictObject({
  built_at: timeSchema.nullable().describe('null: no graph was built yet'),
  nodes: z.array(graphNodeSchema),
  edges: z.array(graphEdgeSchema).describe('Edges between these nodes'),
  is_truncated: z.boolean().describe('There is more within this depth than the limit allows'),
});
export type Graph = z.infer<typeof graphSchema>;

export const graphEdgesQuerySchema = pageQuerySchema.extend({
  state: z.enum(edgeStates).optional(),
  relation: z.enum(edgeRelations).optional(),
});

export const dependencySchema = z.strictObject({
  edge_id: z.string(),
  relation: z.enum(edgeRelations),
  state: z.enum(edgeStates),
  from_asset_id: idSchema,
  from_name: z.string(),
  from_class: z.enum(assetClasses).nullable().describe('null: the asset is gone since'),
  to_node: nodeIdSchema,
  to_asset_id: idSchema.nullable().describe('null unless resolved'),
  to_name: z.string().describe('The name of the asset, or as the cell has it'),
  to_class: z.enum(assetClasses).nullable(),
  candidate_ids: z.array(idSchema).describe('Assets that have the name, when several do; at most 20'),
  field: z.string().describe('The target field that says so'),
  data_import_id: idSchema,
  filename: z.string().nullable().describe('File of the import; null when it is gone'),
  row_number: z.int(),
  column_index: z.int(),
  address: z.string().nullable().describe('The cell, null when the import came without a range'),
});
export type DependencyView = z.infer<typeof dependencySchema>;

const listedNamesSchema = z.strictObject({
  count: z.int().describe('Different names'),
  is_complete: z.boolean().describe('false: there are more than were counted'),
  listed: z
    .array(z.strictObject({ name: z.string(), node_id: nodeIdSchema, relation: z.enum(edgeRelations), edges: z.int() }))
    .describe('The first 100, most edges first'),
});
export type ListedNames = z.infer<typeof listedNamesSchema>;

const listedAssetSchema = z.strictObject({
  asset_id: idSchema,
  name: z.string(),
  asset_class: z.enum(assetClasses).nullable(),
});

const countsOf = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.int()])) as Record<Name, z.ZodInt>);

export const graphSummarySchema = z.strictObject({
  generation: z.string(),
  built_at: timeSchema,
  flow_id: idSchema.nullable(),
  assets: z.int().describe('Assets of the engagement when it was built'),
  edges: z.int(),
  by_state: countsOf(edgeStates),
  by_relation: countsOf(edgeRelations),
  components: z.strictObject({
    count: z.int().describe('Parts of at least two assets that no edge joins to others'),
    largest: z.array(z.int()).describe('Assets of the 20 largest'),
    linked_assets: z.int().describe('Assets with an edge to another or to a group'),
  }),
  cycles: z.strictObject({
    count: z.int(),
    assets: z.int(),
    listed: z.array(z.array(listedAssetSchema)).describe('The first 50 members of the 50 largest'),
  }),
  most_depended_on: z.array(
    listedAssetSchema.extend({
      direct: z.int(),
      transitive: z.int().nullable().describe('With those that depend on them in turn; null: not counted'),
    }),
  ),
  /** Not the debt of that name, which looks at direct dependents and at stand-ins. */
  single_points_of_failure: z.strictObject({
    min_affected: z
      .int()
      .describe('From how many others on, lost directly or in turn if nothing stands in, an asset is listed'),
    count: z.int(),
    is_complete: z.boolean().describe('false: the graph is too large to count all; count is a lower bound'),
    listed: z.array(listedAssetSchema.extend({ direct: z.int(), affected: z.int() })),
  }),
  groups: listedNamesSchema,
  unresolved: listedNamesSchema,
  ambiguous: listedNamesSchema,
});
export type GraphSummary = z.infer<typeof graphSummarySchema>;

export const graphSearchQuerySchema = z.strictObject({
  search: textSchema(200).default('').describe('The beginning of a name; nothing is found by nothing'),
});
