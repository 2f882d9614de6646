import { FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FocusManagement } from '#shared/pages/FocusManagement.tsx';
import { readPaneAddress } from '#shared/pages/pane-link.ts';
import { LinkStep } from './connect/LinkStep.tsx';
import { findHost, type Host } from './office-start.ts';
import { Pane } from './Pane.tsx';
import { Announcer } from './shell/Announcer.tsx';
import { CrashGuard } from './shell/CrashGuard.tsx';
import { ErrorNotice } from './shell/ErrorNotice.tsx';
import { useTheme } from './shell/use-theme.ts';

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } });

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  waiting: { paddingTop: tokens.spacingVerticalXXXL },
});

/** The shell is there at once; what it shows depends on where the page was opened. */
export function App() {
  const styles = useStyles();
  const [link] = useState(() => readPaneAddress(location.search));
  const [host, setHost] = useState<Host | null>(null);
  const theme = useTheme(host);
  useEffect(() => void findHost().then(setHost), []);
  useEffect(() => {
    // A late answer counts; without any, what was said stays true.
    if (host?.kind === 'silent') host.answer.then(setHost, () => undefined);
  }, [host]);
  return (
    <FluentProvider theme={theme} dir={document.dir === 'rtl' ? 'rtl' : 'ltr'}>
      <FocusManagement />
      <QueryClientProvider client={queries}>
        <Announcer>
          <div className={styles.root}>
            <CrashGuard>
              {link !== null && <LinkStep link={link} />}
              {link === null && host === null && <Spinner className={styles.waiting} label="Connecting to Excel" />}
              {link === null && host?.kind === 'silent' && (
                <ErrorNotice
                  title="Excel does not answer"
                  message="The add-in was opened by Office, but Excel has not answered for ten seconds. Nothing was sent."
                  advice="The pane goes on as soon as it does. Else close the pane and open it again. If it happens again, ask your admin whether office.js can be reached."
                  actions={[{ label: 'Reload', onClick: () => location.reload() }]}
                />
              )}
              {link === null && host !== null && host.kind !== 'silent' && <Pane host={host.kind} />}
            </CrashGuard>
          </div>
        </Announcer>
      </QueryClientProvider>
    </FluentProvider>
  );
}
