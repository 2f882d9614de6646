import type { ClientCatalogue } from '../catalogue/client-catalogue.ts';
import { ExportDesk } from '../exports/export-desk.ts';
import type { Assets } from './compose-assets.ts';
import type { Foundation } from './foundation.ts';

/** The files made of the inventory and of the audit log. */
export function composeExports(
  { collections, access }: Foundation,
  { assets: parts, catalogue }: { assets: Assets; catalogue: ClientCatalogue },
): ExportDesk {
  const { assets, assetChanges, cleansingPlans, dataImports, findings, flows } = collections;
  const { assetStore, assessmentStore, graphStore, graphEdges, graphReader } = parts;
  return new ExportDesk({
    assets,
    assetStore,
    findings,
    flows,
    dataImports,
    cleansingPlans,
    assetChanges,
    assessmentStore,
    graphStore,
    graphEdges,
    graphReader,
    audit: access.audit,
    catalogue,
  });
}
