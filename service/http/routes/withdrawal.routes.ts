import { endpoints } from '#shared/endpoints.ts';
import { actorOf } from '../../access/principal.ts';
import type { WithdrawalPreviews } from '../../assets/withdrawal-previews.ts';
import type { FlowControl } from '../../flows/flow-control.ts';
import { presentDecision } from '../../flows/flow-presenter.ts';
import type { ImportReader } from '../../imports/import-reader.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

interface WithdrawalRouteServices {
  withdrawalPreviews: WithdrawalPreviews;
  importReader: ImportReader;
  flowControl: FlowControl;
}

/** Taking an import out of the inventory: its preview, and the act itself. */
export function withdrawalRoutes({ tenantRoute }: RouteMaker, services: WithdrawalRouteServices): Route[] {
  const { withdrawalPreviews, importReader, flowControl } = services;
  return [
    tenantRoute(endpoints.previewWithdrawal, async ({ tenant, params }) => ({
      body: await withdrawalPreviews.previewOf(tenant, params.data_import_id),
    })),
    tenantRoute(endpoints.withdrawImport, async ({ tenant, params, body, principal }) => {
      const { flow_id: flowId } = await importReader.getImport(tenant, params.data_import_id);
      const request = { by: actorOf(principal), forgetMappings: body?.forget_mappings ?? false };
      return { body: presentDecision(await flowControl.withdraw(tenant, flowId, request)) };
    }),
  ];
}
