import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { roleIncludes } from '#shared/statuses.ts';
import { AccessContext } from './connect/access.ts';
import { ConnectStep } from './connect/ConnectStep.tsx';
import { sessionKey, useConnection } from './connect/use-connection.ts';
import { ImportFlow } from './ImportFlow.tsx';
import { refuseStrayDrops } from './sheet/stray-drops.ts';
import { useDashboardSignIn } from './shell/dashboard-tab.ts';
import { ErrorNotice } from './shell/ErrorNotice.tsx';
import type { WorkbookPort } from './workbook/workbook-port.ts';

interface Opened {
  workbook: WorkbookPort;
  /** The client a file was chosen for: it is not offered to another one. */
  forClient: string | null;
}

/** First the connection, then one workbook's way through the steps. */
export function Pane({ host }: { host: 'excel' | 'browser' }) {
  const state = useConnection();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isPartMissing, setIsPartMissing] = useState(false);
  useEffect(() => {
    if (host !== 'excel') return;
    import('./workbook/excel-workbook.ts').then(
      ({ ExcelWorkbook }) => setOpened({ workbook: new ExcelWorkbook(), forClient: null }),
      () => setIsPartMissing(true),
    );
  }, [host]);
  useEffect(() => (host === 'browser' ? refuseStrayDrops() : undefined), [host]);
  const apiKey = state.connection?.apiKey ?? '';
  const session = useQuery({
    queryKey: sessionKey(apiKey),
    queryFn: () => fetchEndpoint({ origin: '', apiKey }, endpoints.getSession),
    enabled: apiKey !== '',
    retry: false,
    staleTime: Infinity,
  });
  useDashboardSignIn(host === 'browser' && session.isSuccess ? apiKey : null);
  const role = session.data?.role;
  const { reconsider } = state;
  // What is not known yet is tried: the service refuses what the key may not do.
  const access = useMemo(
    () => ({
      mayChange: role === undefined || roleIncludes(role, 'analyst'),
      mayAddFields: role === undefined || roleIncludes(role, 'admin'),
      replaceKey: reconsider,
    }),
    [role, reconsider],
  );
  const isRefused = session.error instanceof ApiFailure && session.error.status === 401;
  if (state.connection === null || isRefused) return <ConnectStep state={state} />;
  if (isPartMissing)
    return (
      <ErrorNotice
        title="The workbook cannot be opened"
        message="A part of this pane could not be loaded, as after an upgrade of the service. What was sent is stored; imports under way go on."
        advice="Reload the pane."
        actions={[{ label: 'Reload the pane', onClick: () => location.reload() }]}
      />
    );
  const { clientAccountId } = state.connection;
  const isOthers = opened !== null && opened.forClient !== null && opened.forClient !== clientAccountId;
  const key = `${state.connection.apiKey} ${state.connection.clientAccountId} ${state.connection.engagementId}`;
  return (
    <AccessContext value={access}>
      <ImportFlow
        key={key}
        connection={state.connection}
        workbook={isOthers ? null : (opened?.workbook ?? null)}
        onOpenFile={(workbook) => setOpened(workbook && { workbook, forClient: clientAccountId })}
        isInExcel={host === 'excel'}
        onReconsider={state.reconsider}
        onDisconnect={state.disconnect}
      />
    </AccessContext>
  );
}
