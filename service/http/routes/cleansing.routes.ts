import { endpoints } from '#shared/endpoints.ts';
import type { CleansedRecords } from '../../imports/cleansed-records.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

/** Raw records with their cleansed values. */
export function cleansingRoutes({ tenantRoute }: RouteMaker, cleansedRecords: CleansedRecords): Route[] {
  return [
    tenantRoute(endpoints.listCleansedRecords, async ({ tenant, params, query }) => {
      const { cursor, limit, row_number: rowNumber } = query;
      const page = await cleansedRecords.page(tenant, params.data_import_id, { cursor, limit, rowNumber });
      return { body: { items: page.items, next_cursor: page.nextCursor } };
    }),
  ];
}
