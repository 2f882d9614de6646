import { useQuery } from '@tanstack/react-query';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { useAccess } from '../connect/access.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import type { SheetSource, WorkbookPort } from '../workbook/workbook-port.ts';
import { nextSheet } from './next-sheet.ts';

/** Of this many imports, the newest, those of the same file are looked for. */
const IMPORTS_LOOKED_AT = 100;

/** The sheet of the workbook to import next; null where there is none, and where the workbook is another one or does not answer. */
export function useNextSheet(
  connection: PaneConnection,
  workbook: WorkbookPort | null,
  { flow_id: flowId, filename, sheet_name: imported }: Pick<Flow, 'flow_id' | 'filename' | 'sheet_name'>,
): SheetSource | null {
  const { mayChange } = useAccess();
  const next = useQuery({
    queryKey: ['next-sheet', workbook?.id, flowId],
    enabled: workbook !== null && mayChange,
    retry: false,
    gcTime: 0,
    queryFn: async () => {
      if (workbook === null || (await workbook.filename()) !== filename) return null;
      const query = { limit: IMPORTS_LOOKED_AT };
      const { items } = await fetchEndpoint(connection, endpoints.listImports, { query });
      const ofFile = items.filter((one) => one.filename === filename && one.withdrawn_at === null);
      const names = new Set(ofFile.map(({ sheet_name: name }) => name));
      return nextSheet(imported, await workbook.listSources(), (name) => names.has(name));
    },
  });
  return next.data ?? null;
}
