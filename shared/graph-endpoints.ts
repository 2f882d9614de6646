import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { pageOf } from './schemas/common.schema.ts';
import {
  dependencySchema,
  graphEdgesQuerySchema,
  graphNodeSchema,
  graphQuerySchema,
  graphSchema,
  graphSearchQuerySchema,
  graphSummarySchema,
} from './schemas/graph.schema.ts';

/** How the assets of an engagement lean on one another, as its newest finished flow found it. */
export const graphEndpoints = {
  getGraph: defineEndpoint({
    method: 'GET',
    path: '/graph',
    summary: 'A picture of the dependency graph: around one node, or of what matters most',
    role: 'viewer',
    tenant: 'one',
    query: graphQuerySchema,
    response: graphSchema,
  }),
  searchGraph: defineEndpoint({
    method: 'GET',
    path: '/graph/nodes',
    summary: 'Assets whose name begins with a text, then names that assets lean on and no asset has; at most 20',
    role: 'viewer',
    tenant: 'one',
    query: graphSearchQuerySchema,
    response: z.strictObject({ items: z.array(graphNodeSchema) }),
  }),
  listGraphEdges: defineEndpoint({
    method: 'GET',
    path: '/graph/edges',
    summary: 'Dependencies with the cells that say so, in order of assets',
    role: 'viewer',
    tenant: 'one',
    query: graphEdgesQuerySchema,
    response: pageOf(dependencySchema),
  }),
  getGraphSummary: defineEndpoint({
    method: 'GET',
    path: '/graph/summary',
    summary: 'Counts, cycles, components, most depended on, assets with far-reaching loss; null before the first graph',
    role: 'viewer',
    tenant: 'one',
    response: graphSummarySchema.nullable(),
  }),
};
