import { endpoints } from '#shared/endpoints.ts';
import { presentAssessment, presentSummary } from '../../assets/assessment-presenter.ts';
import type { AssessmentStore } from '../../assets/assessment-store.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

/** Technical debt of an engagement's assets. */
export function assessmentRoutes({ tenantRoute }: RouteMaker, assessments: AssessmentStore): Route[] {
  return [
    tenantRoute(endpoints.listAssessments, async ({ tenant, query }) => {
      const page = await assessments.page(tenant, query, query);
      return { body: { items: page.items.map(presentAssessment), next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.getAssessment, async ({ tenant, params }) => {
      return { body: presentAssessment(await assessments.getOfAsset(tenant, params.asset_id)) };
    }),
    tenantRoute(endpoints.getTechDebtSummary, async ({ tenant }) => {
      const shown = await assessments.findSummary(tenant);
      return { body: { summary: shown === null ? null : presentSummary(shown) } };
    }),
  ];
}
