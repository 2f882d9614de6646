import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ownDirection } from '#shared/own-direction.ts';
import type { AgentTask, Flow } from '#shared/schemas/flow.schema.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { isLive } from '../parts/liveness.ts';
import { LiveStatus } from '../parts/LiveStatus.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeader } from '../parts/PageHeader.tsx';
import { serverTime } from '#shared/server-clock.ts';
import { AsOf, useKnownNow, useNow } from '../parts/use-now.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import { addressOf, go, noFlow, useView } from '../shell/location.ts';
import { describeStanding } from './describe-standing.ts';
import { ChangesTab } from './ChangesTab.tsx';
import { FindingsTab } from './FindingsTab.tsx';
import { FlowActs } from './FlowActs.tsx';
import { FlowFacts } from './FlowFacts.tsx';
import { FlowTiles } from './FlowTiles.tsx';
import { JobsTab } from './JobsTab.tsx';
import { MappingsTab } from './MappingsTab.tsx';
import { PhaseTimeline } from './PhaseTimeline.tsx';
import { RecordsTab } from './RecordsTab.tsx';
import { TasksTab } from './TasksTab.tsx';
import { flowRefreshMs, useFlow, type FlowAddress } from './use-flow.ts';
import { useHeaderRow, useTasks } from './use-flow-lists.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalXL,
    overflow: 'auto',
  },
  standing: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, maxWidth: '60rem' },
  back: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  tabs: { flexShrink: 0, flexWrap: 'wrap', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalMNudge})` },
  // High enough for some rows even when the page is short: then the page itself scrolls.
  panel: { flexGrow: 1, flexShrink: 0, flexBasis: '20rem', minHeight: 0, display: 'flex', flexDirection: 'column' },
});

export function FlowPage({ address }: { address: FlowAddress }) {
  const styles = useStyles();
  const view = useView();
  const flow = useFlow(address);
  const isNow = isLive(flow, flowRefreshMs(flow.data), useNow());
  return (
    <div className={styles.page}>
      <nav aria-label="Breadcrumb" className={styles.back}>
        <ViewLink address={addressOf(view, noFlow)}>Flows</ViewLink> / {address.tenant.clientAccountId} /{' '}
        {address.tenant.engagementId}
      </nav>
      {flow.data === undefined && flow.isError && <PageHeader title="Flow" />}
      <Loaded query={flow} what="the flow" rows={8}>
        {(known) => (
          <>
            <PageHeader
              title={ownDirection(known.filename) + (known.sheet_name === null ? '' : ` · ${known.sheet_name}`)}
              live={<LiveStatus updatedAtMs={serverTime(flow.dataUpdatedAt)} isLive={isNow} />}
            >
              <FlowActs address={address} flow={known} />
            </PageHeader>
            {flow.isError && <FailureNotice failure={flow.error} retry={() => void flow.refetch()} />}
            <AsOf value={isNow ? null : serverTime(flow.dataUpdatedAt)}>
              <FlowBody address={address} flow={known} />
            </AsOf>
          </>
        )}
      </Loaded>
    </div>
  );
}

const tabs = {
  tasks: 'Tasks',
  findings: 'Findings',
  mappings: 'Mappings',
  records: 'Raw records',
  assets: 'Assets',
  jobs: 'Jobs',
} as const;
type TabName = keyof typeof tabs;
const tabNames = Object.keys(tabs) as TabName[];

function FlowBody({ address, flow }: { address: FlowAddress; flow: Flow }) {
  const styles = useStyles();
  const view = useView();
  const tasks = useTasks(address, flow);
  // What came of a flow that is done, what it does of another; and no other tab while it is looked at.
  const [firstTab] = useState<TabName>(flow.status === 'completed' ? 'findings' : 'tasks');
  const tab = tabNames.find((name) => name === view.tab) ?? firstTab;
  return (
    <>
      <FlowFacts flow={flow} />
      <Standing tenant={address.tenant} flow={flow} tasks={tasks.data ?? []} />
      <FlowTiles address={address} flow={flow} />
      <PhaseTimeline flow={flow} tasks={tasks.data ?? []} />
      <TabList
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_event, { value }) =>
          go(addressOf(view, { tab: String(value), kind: null, item: null }), 'replace')
        }
      >
        {tabNames.map((name) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls="flow-panel">
            {tabs[name]}
          </Tab>
        ))}
      </TabList>
      <div id="flow-panel" role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
        <Panel tab={tab} address={address} flow={flow} />
      </div>
    </>
  );
}

function Panel({ tab, address, flow }: { tab: TabName; address: FlowAddress; flow: Flow }) {
  switch (tab) {
    case 'tasks':
      return <TasksTab address={address} flow={flow} />;
    case 'findings':
      return <FindingsTab address={address} flow={flow} />;
    case 'mappings':
      return <MappingsTab tenant={address.tenant} flow={flow} />;
    case 'records':
      return <RecordsTab tenant={address.tenant} flow={flow} />;
    case 'assets':
      return <ChangesTab address={address} flow={flow} />;
    case 'jobs':
      return <JobsTab address={address} flow={flow} />;
  }
}

interface StandingProps {
  tenant: FlowAddress['tenant'];
  flow: Flow;
  tasks: readonly AgentTask[];
}

function Standing({ tenant, flow, tasks }: StandingProps) {
  const styles = useStyles();
  const headerRow = useHeaderRow(tenant, flow.data_import_id, (flow.error?.row_number ?? null) !== null);
  return <p className={styles.standing}>{describeStanding(flow, useKnownNow(), tasks, headerRow)}</p>;
}

/** A link to a flow that lost the half that says whose it is. */
export function IncompleteFlowAddress() {
  return (
    <div className={useStyles().page}>
      <PageHeader title="Flow" />
      <EmptyState title="This link is incomplete" detail="It names a flow without its client and engagement." />
    </div>
  );
}
