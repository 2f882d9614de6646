import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { noInput, pageOf, pageQuerySchema } from './schemas/common.schema.ts';
import {
  conflictCountsSchema,
  conflictDetailSchema,
  conflictParamsSchema,
  conflictSchema,
  conflictsQuerySchema,
  decideConflictsRequestSchema,
  decideConflictsResponseSchema,
  decisionPreviewSchema,
  decisionSchema,
  heldCaseSchema,
} from './schemas/conflict.schema.ts';
import { flowParamsSchema } from './schemas/flow.schema.ts';

const noBody = z.undefined();

/** Records the inventory could not place, what they may be, and what people decide on them. */
export const conflictEndpoints = {
  listHeldCases: defineEndpoint({
    method: 'GET',
    path: '/conflicts',
    summary: 'Held records of all imports of the engagement, in order of imports',
    role: 'viewer',
    tenant: 'one',
    params: noInput,
    query: conflictsQuerySchema,
    body: noBody,
    response: pageOf(heldCaseSchema),
  }),
  countConflicts: defineEndpoint({
    method: 'GET',
    path: '/conflicts/counts',
    summary: 'How many conflicts are open and decided, in all and by import',
    role: 'viewer',
    tenant: 'one',
    params: noInput,
    query: noInput,
    body: noBody,
    response: conflictCountsSchema,
  }),
  listConflicts: defineEndpoint({
    method: 'GET',
    path: '/flows/{flow_id}/conflicts',
    summary: 'Records the inventory could not place, and what they may be',
    role: 'viewer',
    tenant: 'one',
    params: flowParamsSchema,
    query: pageQuerySchema,
    body: noBody,
    response: pageOf(conflictSchema),
  }),
  getConflict: defineEndpoint({
    method: 'GET',
    path: '/flows/{flow_id}/conflicts/{conflict_id}',
    summary: 'One conflict: keys and values of the held records beside those of the assets they may be',
    role: 'viewer',
    tenant: 'one',
    params: conflictParamsSchema,
    query: noInput,
    body: noBody,
    response: conflictDetailSchema,
  }),
  previewDecision: defineEndpoint({
    method: 'POST',
    path: '/flows/{flow_id}/conflicts/{conflict_id}/preview',
    summary: 'What a decision would change, asset by asset; nothing is written',
    role: 'viewer',
    tenant: 'one',
    params: conflictParamsSchema,
    query: noInput,
    body: decisionSchema,
    response: decisionPreviewSchema,
    errors: ['flow_state_conflict'],
  }),
  decideConflicts: defineEndpoint({
    method: 'POST',
    path: '/flows/{flow_id}/conflicts/decide',
    summary: 'Decide on held records, all of the request or nothing of it',
    role: 'analyst',
    tenant: 'one',
    params: flowParamsSchema,
    query: noInput,
    body: decideConflictsRequestSchema,
    response: decideConflictsResponseSchema,
    errors: ['flow_state_conflict'],
  }),
};
