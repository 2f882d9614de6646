import { z } from 'zod';
import { tabStorage } from '#shared/pages/browser-storage.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import type { FlowPointer } from '../workbook/workbook-port.ts';

type Tenant = Pick<PaneConnection, 'clientAccountId' | 'engagementId'>;

const pointerSchema = z.object({ flowId: z.string(), dataImportId: z.string() });

const keyOf = ({ clientAccountId, engagementId }: Tenant): string =>
  `cmdb-import.flow ${clientAccountId} ${engagementId}`;

/** Ids only, as long as the tab is open. */
export function rememberInTab(tenant: Tenant, pointer: FlowPointer): void {
  tabStorage.keep(keyOf(tenant), JSON.stringify(pointer));
}

export function forgetInTab(tenant: Tenant): void {
  tabStorage.forget(keyOf(tenant));
}

/** null too when what is kept is not ours. */
export function recallInTab(tenant: Tenant): FlowPointer | null {
  try {
    return pointerSchema.parse(JSON.parse(tabStorage.read(keyOf(tenant)) ?? 'null'));
  } catch {
    return null;
  }
}
