import { endpoints } from '#shared/endpoints.ts';
import { evidenceIn, presentAssessment, presentSummary, saidOf } from '../../assets/assessment-presenter.ts';
import type { AssessmentStore } from '../../assets/assessment-store.ts';
import type { AssetReader } from '../../assets/asset-reader.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

/** Technical debt of an engagement's assets. */
export function assessmentRoutes(
  { tenantRoute }: RouteMaker,
  { assessments, reader }: { assessments: AssessmentStore; reader: AssetReader },
): Route[] {
  return [
    tenantRoute(endpoints.listAssessments, async ({ tenant, query }) => {
      const page = await assessments.page(tenant, query, query);
      const said = page.items.map(saidOf);
      const imports = await reader.importsOfValues(tenant, said.flatMap(evidenceIn));
      const items = said.map((assessment) => presentAssessment(assessment, imports));
      return { body: { items, next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.getAssessment, async ({ tenant, params }) => {
      const said = saidOf(await assessments.getOfAsset(tenant, params.asset_id));
      return { body: presentAssessment(said, await reader.importsOfValues(tenant, evidenceIn(said))) };
    }),
    tenantRoute(endpoints.getTechDebtSummary, async ({ tenant }) => {
      const shown = await assessments.findSummary(tenant);
      return { body: { summary: shown === null ? null : presentSummary(shown) } };
    }),
  ];
}
