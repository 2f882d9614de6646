import { Schema } from 'mongoose';
import { edgeRelations } from '#shared/statuses.ts';
import type { Edge } from '../dependencies/edge.ts';

/** One edge of one generation of an engagement's dependency graph; its form is explained in service/dependencies/edge.ts. */
export type EdgeDocument = Edge;

export const edgeSchema = new Schema<EdgeDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    generation: { type: String, required: true },
    edge_id: { type: String, required: true },
    from_asset_id: { type: String, required: true },
    relation: { type: String, enum: edgeRelations, required: true },
    state: { type: String, required: true },
    to_asset_id: { type: String, default: null },
    to_node: { type: String, required: true },
    to_name: { type: String, required: true },
    to_key: { type: String, required: true },
    candidate_ids: { type: [String], required: true },
    field: { type: String, required: true },
    data_import_id: { type: String, required: true },
    row_number: { type: Number, required: true },
    column_index: { type: Number, required: true },
  },
  { collection: 'asset_edges', versionKey: false, strict: 'throw' },
);
// Ids begin with the generation and the asset an edge starts at, so edges of an asset are a range of ids.
edgeSchema.index({ generation: 1, to_node: 1, _id: 1 }, { name: 'by_target' });
edgeSchema.index({ generation: 1, state: 1, _id: 1 }, { name: 'by_state' });
