import type { AssessmentFilter } from '#shared/schemas/assessment.schema.ts';
import type { Page, PageRequest, TenantCollection } from '../access/tenant-collection.ts';
import type { Tenant } from '../access/tenant.ts';
import type { DataImportDocument } from '../models/data-import.model.ts';
import type { AssetAssessment } from '../tech-debt/assessment.ts';
import { evidenceIn, parseAssessment } from './assessment-presenter.ts';
import type { AssessmentStore } from './assessment-store.ts';
import { loadPlaces, type CellPlaces } from './cell-places.ts';

/** Reads assessments for people: with the places of their evidence. */
export class AssessmentReader {
  private readonly store: AssessmentStore;
  private readonly dataImports: TenantCollection<DataImportDocument>;

  constructor(store: AssessmentStore, dataImports: TenantCollection<DataImportDocument>) {
    this.store = store;
    this.dataImports = dataImports;
  }

  /** By asset. @throws AppError invalid_request */
  async list(
    tenant: Tenant,
    filter: AssessmentFilter,
    request: PageRequest,
  ): Promise<Page<AssetAssessment> & { places: CellPlaces }> {
    const page = await this.store.page(tenant, filter, request);
    const items = page.items.map(parseAssessment);
    return { ...page, items, places: await this.placesOf(tenant, items) };
  }

  /** @throws AppError not_found */
  async getOfAsset(tenant: Tenant, assetId: string): Promise<{ assessment: AssetAssessment; places: CellPlaces }> {
    const assessment = parseAssessment(await this.store.getOfAsset(tenant, assetId));
    return { assessment, places: await this.placesOf(tenant, [assessment]) };
  }

  private placesOf(tenant: Tenant, assessments: readonly AssetAssessment[]): Promise<CellPlaces> {
    return loadPlaces(this.dataImports, tenant, assessments.flatMap(evidenceIn));
  }
}
