import { endpoints } from '#shared/endpoints.ts';
import { actorOf, findTenant } from '../../access/principal.ts';
import { presentTargetField } from '../../catalogue/catalogue-presenter.ts';
import type { ClientCatalogue } from '../../catalogue/client-catalogue.ts';
import type { MappingMemory } from '../../memory/mapping-memory.ts';
import { presentRemembered } from '../../memory/memory-presenter.ts';
import type { Route, RouteMaker } from '../handle-endpoint.ts';

interface CatalogueRouteServices {
  catalogue: ClientCatalogue;
  memory: MappingMemory;
}

/** Target fields, and the memory of decisions on them. */
export function catalogueRoutes(
  { route, tenantRoute }: RouteMaker,
  { catalogue, memory }: CatalogueRouteServices,
): Route[] {
  return [
    route(endpoints.listTargetFields, async ({ principal, context }) => {
      const fields = await catalogue.allFields(findTenant(principal, context));
      return { body: { items: fields.map(presentTargetField) } };
    }),
    tenantRoute(endpoints.addTargetField, async ({ tenant, principal, body }) => {
      const request = { tenant, actor: actorOf(principal), name: body.name };
      return { body: presentTargetField(await catalogue.add(request, body)) };
    }),
    tenantRoute(endpoints.changeTargetField, async ({ tenant, principal, params, body, ifMatch }) => {
      const request = { tenant, actor: actorOf(principal), name: params.name, ifMatch };
      return { body: presentTargetField(await catalogue.change(request, body)) };
    }),
    tenantRoute(endpoints.listMappingMemory, async ({ tenant, query }) => {
      const page = await memory.list(tenant, query);
      return { body: { items: page.items.map(presentRemembered), next_cursor: page.nextCursor } };
    }),
    tenantRoute(endpoints.correctRememberedMapping, async ({ tenant, principal, params, body, ifMatch }) => {
      const request = { tenant, memoryId: params.memory_id, actor: actorOf(principal), ifMatch };
      const fields = await catalogue.activeFields(tenant);
      return { body: presentRemembered(await memory.correct(request, body.target_field, fields)) };
    }),
    tenantRoute(endpoints.forgetMapping, async ({ tenant, principal, params }) => {
      const request = { tenant, memoryId: params.memory_id, actor: actorOf(principal) };
      return { body: { memory_id: params.memory_id, columns_restored: await memory.forget(request) } };
    }),
  ];
}
