import { Schema } from 'mongoose';
import { edgeRelations } from '#shared/statuses.ts';
import type { Edge } from '../dependencies/edge.ts';

/** One edge of an engagement's dependency graph; its form is explained in service/dependencies/edge.ts. */
export type EdgeDocument = Edge;

export const edgeSchema = new Schema<EdgeDocument>(
  {
    _id: String,
    client_account_id: { type: String, required: true },
    engagement_id: { type: String, required: true },
    from_asset_id: { type: String, required: true },
    relation: { type: String, enum: edgeRelations, required: true },
    state: { type: String, required: true },
    to_asset_id: { type: String, default: null },
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
edgeSchema.index({ client_account_id: 1, engagement_id: 1, from_asset_id: 1 });
edgeSchema.index({ client_account_id: 1, engagement_id: 1, to_asset_id: 1 });
