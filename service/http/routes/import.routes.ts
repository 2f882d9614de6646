import { endpoints } from '#shared/endpoints.ts';
import { actorOf } from '../../access/principal.ts';
import { presentImport, presentImportDetail, presentRawRecord } from '../../imports/import-presenter.ts';
import type { ImportReader } from '../../imports/import-reader.ts';
import type { ImportStorageHandler } from '../../imports/import-storage-handler.ts';
import type { RawRecords } from '../../imports/raw-records.ts';
import type { InFlightLimit } from '../../platform/in-flight-limit.ts';
import { presentApproval, presentMappings } from '../../review/mapping-presenter.ts';
import type { MappingReview, MappingsOfImport } from '../../review/mapping-review.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';
import { selectTenant } from '../../access/principal.ts';
import { jsonBodyReader } from '../json-body.ts';
import { revisionTag } from '../revision-tag.ts';

interface ImportRouteServices {
  storageHandler: ImportStorageHandler;
  importReader: ImportReader;
  rawRecords: RawRecords;
  mappingReview: MappingReview;
  largeAtOnce: InFlightLimit;
}

export function importRoutes({ route, tenantRoute }: RouteMaker, services: ImportRouteServices): Route[] {
  return [
    route(
      endpoints.storeImport,
      async ({ principal, context, idempotencyKey, body, bodyDigest }) => {
        const attempt = { principal, context, idempotencyKey, request: body, requestHash: bodyDigest };
        return { body: await services.storageHandler.storeImport(attempt) };
      },
      {
        readBody: jsonBodyReader(endpoints.storeImport, { largeAtOnce: services.largeAtOnce }),
        // A missing context is told with the other problems of the sheet, one that is not granted before it is sent.
        beforeBody: ({ principal, context }) => void selectTenant(principal, context),
      },
    ),
    tenantRoute(endpoints.listImports, async ({ tenant, query }) => {
      const page = await services.importReader.listImports(tenant, query);
      return { body: { items: page.items.map(presentImport), next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.getImport, async ({ tenant, params }) => ({
      body: presentImportDetail(await services.importReader.getImport(tenant, params.data_import_id)),
    })),
    tenantRoute(endpoints.listRecords, async ({ tenant, params, query }) => {
      const { cursor, limit, row_number: rowNumber } = query;
      const page = await services.rawRecords.page(tenant, params.data_import_id, { cursor, limit, rowNumber });
      return {
        body: {
          items: page.items.map((record) => presentRawRecord(record, page.dataImport.columns)),
          next_cursor: page.nextCursor,
        },
      };
    }),
    tenantRoute(endpoints.listFieldMappings, async ({ tenant, params }) =>
      answerWithMappings(await services.mappingReview.list(tenant, params.data_import_id)),
    ),
    tenantRoute(endpoints.changeFieldMappings, async ({ tenant, params, body, principal, ifMatch }) => {
      const request = { tenant, dataImportId: params.data_import_id, actor: actorOf(principal), ifMatch };
      return answerWithMappings(await services.mappingReview.change(request, body.changes));
    }),
    tenantRoute(endpoints.approveFieldMappings, async ({ tenant, params, body, principal, ifMatch }) => {
      const request = { tenant, dataImportId: params.data_import_id, actor: actorOf(principal), ifMatch };
      const flow = await services.mappingReview.approve(request, {
        minimumConfidence: body?.minimum_confidence,
        inventory: body?.preview_inventory ? 'preview' : 'apply',
      });
      return { body: presentApproval(flow) };
    }),
  ];
}

function answerWithMappings(ofImport: MappingsOfImport) {
  return { body: presentMappings(ofImport), etag: revisionTag(ofImport.revision) };
}
