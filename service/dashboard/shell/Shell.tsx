import { Button, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import { SignOutRegular } from '@fluentui/react-icons';
import { AssetsPage } from '../assets/AssetsPage.tsx';
import { AuditPage } from '../audit/AuditPage.tsx';
import { ConflictsPage } from '../conflicts/ConflictsPage.tsx';
import { DebtPage } from '../debt/DebtPage.tsx';
import { lazy, Suspense } from 'react';
import { FlowPage, IncompleteFlowAddress } from '../flow/FlowPage.tsx';
import { FlowsPage } from '../flows/FlowsPage.tsx';
import { KeysPage } from '../keys/KeysPage.tsx';
import { MemoryPage } from '../memory/MemoryPage.tsx';
import { Announcer } from '../parts/Announcer.tsx';
import { formatWord } from '../parts/format.ts';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { useSignedIn } from '../session/session-context.ts';
import { PageGuard } from './PageGuard.tsx';
import { useView } from './location.ts';
import { Navigation } from './Navigation.tsx';

/** With its graph library, a third of the dashboard: loaded by whoever opens it. */
const GraphPage = lazy(async () => ({ default: (await import('../graph/GraphPage.tsx')).GraphPage }));

const useStyles = makeStyles({
  shell: {
    height: '100%',
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateAreas: '"top top" "nav page"',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  top: {
    gridArea: 'top',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // Seen by whoever comes to it by keyboard.
  skip: {
    position: 'absolute',
    zIndex: 2,
    margin: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    ':not(:focus)': { clipPath: 'inset(50%)' },
  },
  product: { flexGrow: 1, whiteSpace: 'nowrap' },
  who: { color: tokens.colorNeutralForeground2, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  page: {
    gridArea: 'page',
    minHeight: 0,
    minWidth: 0,
    overflow: 'hidden',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
});

export function Shell() {
  const styles = useStyles();
  const { session, signOut } = useSignedIn();
  const { page } = useView();
  return (
    <div className={styles.shell}>
      <a
        href="#page"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('page')?.focus();
        }}
      >
        Skip to the page
      </a>
      <header className={styles.top}>
        <Text weight="semibold" size={400} className={styles.product}>
          CMDB Import
        </Text>
        <Text size={200} className={styles.who}>
          {session.key_name} · {formatWord(session.role)}
        </Text>
        <Tooltip content="Sign out" relationship="label">
          <Button appearance="subtle" icon={<SignOutRegular />} onClick={signOut} />
        </Tooltip>
      </header>
      <Navigation />
      <main id="page" className={styles.page} tabIndex={-1}>
        <Announcer key={page}>
          <PageGuard>
            <Page />
          </PageGuard>
        </Announcer>
      </main>
    </div>
  );
}

function Page() {
  const { page, flow, flowClient, flowEngagement } = useView();
  if (page === 'keys') return <KeysPage />;
  if (page === 'audit') return <AuditPage />;
  if (page === 'assets') return <AssetsPage />;
  if (page === 'conflicts') return <ConflictsPage />;
  if (page === 'debt') return <DebtPage />;
  if (page === 'memory') return <MemoryPage />;
  if (page === 'graph')
    return (
      <Suspense fallback={<TableSkeleton rows={6} label="Loading the page" />}>
        <GraphPage />
      </Suspense>
    );
  if (flow === null) return <FlowsPage />;
  if (flowClient === null || flowEngagement === null) return <IncompleteFlowAddress />;
  const tenant = { clientAccountId: flowClient, engagementId: flowEngagement };
  return <FlowPage key={`${flowClient}/${flowEngagement}/${flow}`} address={{ tenant, flowId: flow }} />;
}
