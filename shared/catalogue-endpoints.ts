import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';
import { pageOf } from './schemas/common.schema.ts';
import {
  changeMemoryRequestSchema,
  forgottenMappingSchema,
  memoryParamsSchema,
  memoryQuerySchema,
  rememberedMappingSchema,
} from './schemas/mapping-memory.schema.ts';
import {
  addTargetFieldRequestSchema,
  changeTargetFieldRequestSchema,
  targetFieldParamsSchema,
  targetFieldSchema,
} from './schemas/target-field.schema.ts';

/** Target fields, and the memory of decisions on them. */
export const catalogueEndpoints = {
  listTargetFields: defineEndpoint({
    method: 'GET',
    path: '/target-fields',
    summary: "Fields a column can be mapped to; with context headers, the client's own too",
    role: 'viewer',
    tenant: 'none',
    response: z.strictObject({ items: z.array(targetFieldSchema) }),
    headers: ['X-Client-Account-Id', 'X-Engagement-Id'],
  }),
  addTargetField: defineEndpoint({
    method: 'POST',
    path: '/target-fields',
    summary: 'Add a target field of the client account',
    role: 'admin',
    tenant: 'one',
    body: addTargetFieldRequestSchema,
    response: targetFieldSchema,
    errors: ['target_field_exists'],
  }),
  changeTargetField: defineEndpoint({
    method: 'PATCH',
    path: '/target-fields/{name}',
    summary: 'Give a field other names or retire it, for the client account',
    role: 'admin',
    tenant: 'one',
    params: targetFieldParamsSchema,
    body: changeTargetFieldRequestSchema,
    response: targetFieldSchema,
    headers: ['If-Match'],
    errors: ['precondition_required', 'precondition_failed'],
  }),
  listMappingMemory: defineEndpoint({
    method: 'GET',
    path: '/mapping-memory',
    summary: 'What the analysts of the client account decided on headers',
    role: 'viewer',
    tenant: 'one',
    query: memoryQuerySchema,
    response: pageOf(rememberedMappingSchema),
  }),
  correctRememberedMapping: defineEndpoint({
    method: 'PATCH',
    path: '/mapping-memory/{memory_id}',
    summary: 'Correct a remembered decision',
    role: 'analyst',
    tenant: 'one',
    params: memoryParamsSchema,
    body: changeMemoryRequestSchema,
    response: rememberedMappingSchema,
    headers: ['If-Match'],
    errors: ['precondition_required', 'precondition_failed'],
  }),
  forgetMapping: defineEndpoint({
    method: 'DELETE',
    path: '/mapping-memory/{memory_id}',
    summary: 'Un-learn a remembered decision; undecided columns show the own suggestion again',
    role: 'analyst',
    tenant: 'one',
    params: memoryParamsSchema,
    response: forgottenMappingSchema,
  }),
};
