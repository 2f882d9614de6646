import { useEffect, useState } from 'react';
import { ConnectStep } from './connect/ConnectStep.tsx';
import { useConnection } from './connect/use-connection.ts';
import { ImportFlow } from './ImportFlow.tsx';
import type { WorkbookPort } from './workbook/workbook-port.ts';

/** First the connection, then one workbook's way through the steps. */
export function Pane({ host }: { host: 'excel' | 'browser' }) {
  const state = useConnection();
  const [workbook, setWorkbook] = useState<WorkbookPort | null>(null);
  useEffect(() => {
    if (host !== 'excel') return;
    void import('./workbook/excel-workbook.ts').then(({ ExcelWorkbook }) => setWorkbook(new ExcelWorkbook()));
  }, [host]);
  if (state.connection === null) return <ConnectStep state={state} />;
  const key = `${state.connection.apiKey} ${state.connection.clientAccountId} ${state.connection.engagementId}`;
  return (
    <ImportFlow
      key={key}
      connection={state.connection}
      workbook={workbook}
      onOpenFile={setWorkbook}
      isInExcel={host === 'excel'}
      onReconsider={state.reconsider}
      onDisconnect={state.disconnect}
    />
  );
}
