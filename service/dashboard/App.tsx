import { FluentProvider, makeStyles, Spinner } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { SessionContext } from './session/session-context.ts';
import { SignIn } from './session/SignIn.tsx';
import { useSession } from './session/use-session.ts';
import { FocusManagement } from '#shared/pages/FocusManagement.tsx';
import { Shell } from './shell/Shell.tsx';
import { useTheme } from './shell/use-theme.ts';

const useStyles = makeStyles({ waiting: { height: '100%', display: 'grid', placeItems: 'center' } });

export function App() {
  const theme = useTheme();
  return (
    <FluentProvider theme={theme}>
      <FocusManagement />
      <Gate />
    </FluentProvider>
  );
}

/** Nothing of the dashboard is rendered before the service knows the key. */
function Gate() {
  const styles = useStyles();
  const { signIn, signInWith, stopAsking } = useSession();
  if (signIn.state === 'signed_in') {
    return (
      <QueryClientProvider client={signIn.queryClient}>
        <SessionContext value={signIn.signedIn}>
          <Shell />
        </SessionContext>
      </QueryClientProvider>
    );
  }
  if (signIn.state === 'asking' || (signIn.state === 'checking' && !signIn.isTyped)) {
    return (
      <main className={styles.waiting}>
        <Spinner label="Signing in…" />
      </main>
    );
  }
  return (
    <SignIn
      isChecking={signIn.state === 'checking'}
      failure={signIn.state === 'signed_out' ? signIn.failure : null}
      untried={signIn.state === 'signed_out' ? signIn.untried : null}
      isElsewhere={signIn.state === 'signed_out' && signIn.isElsewhere}
      signInWith={signInWith}
      onTyping={stopAsking}
    />
  );
}
