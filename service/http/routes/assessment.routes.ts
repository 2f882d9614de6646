import { endpoints } from '#shared/endpoints.ts';
import { presentAssessment, presentSummary } from '../../assets/assessment-presenter.ts';
import type { AssessmentReader } from '../../assets/assessment-reader.ts';
import type { AssessmentStore } from '../../assets/assessment-store.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

/** Technical debt of an engagement's assets. */
export function assessmentRoutes(
  { tenantRoute }: RouteMaker,
  { assessmentStore, assessmentReader }: { assessmentStore: AssessmentStore; assessmentReader: AssessmentReader },
): Route[] {
  return [
    tenantRoute(endpoints.listAssessments, async ({ tenant, query }) => {
      const page = await assessmentReader.list(tenant, query, query);
      const items = page.items.map((assessment) => presentAssessment(assessment, page.places));
      return { body: { items, next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.getAssessment, async ({ tenant, params }) => {
      const { assessment, places } = await assessmentReader.getOfAsset(tenant, params.asset_id);
      return { body: presentAssessment(assessment, places) };
    }),
    tenantRoute(endpoints.getTechDebtSummary, async ({ tenant }) => {
      const shown = await assessmentStore.findSummary(tenant);
      return { body: { summary: shown === null ? null : presentSummary(shown) } };
    }),
  ];
}
