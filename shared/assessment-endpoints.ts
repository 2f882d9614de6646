import { defineEndpoint } from './endpoint.ts';
import {
  assessedAssetParamsSchema,
  assessmentSchema,
  assessmentsQuerySchema,
  techDebtSummaryAnswerSchema,
} from './schemas/assessment.schema.ts';
import { pageOf } from './schemas/common.schema.ts';

/** Technical debt of an engagement's assets. */
export const assessmentEndpoints = {
  listAssessments: defineEndpoint({
    method: 'GET',
    path: '/assessments',
    summary: 'What is said of each asset: support of its products, debts, suggested treatment',
    role: 'viewer',
    tenant: 'one',
    query: assessmentsQuerySchema,
    response: pageOf(assessmentSchema),
  }),
  getAssessment: defineEndpoint({
    method: 'GET',
    path: '/assets/{asset_id}/assessment',
    summary: 'What is said of one asset',
    role: 'viewer',
    tenant: 'one',
    params: assessedAssetParamsSchema,
    response: assessmentSchema,
  }),
  getTechDebtSummary: defineEndpoint({
    method: 'GET',
    path: '/tech-debt/summary',
    summary: 'Counts by kind of debt and by treatment, and the age of the lifecycle data',
    role: 'viewer',
    tenant: 'one',
    response: techDebtSummaryAnswerSchema,
  }),
};
