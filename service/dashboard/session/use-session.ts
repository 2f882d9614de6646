import { QueryCache, QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { dashboardKey } from '#shared/pages/dashboard-key.ts';
import { answerForKey, askForKey, tellSignedOut } from '#shared/pages/key-among-tabs.ts';
import { describeSession, type SignedIn } from './session-context.ts';

interface SignedOut {
  state: 'signed_out';
  failure: unknown;
  /** A key that the service gave no answer to. */
  untried: string | null;
  /** Whether another tab signed out. */
  isElsewhere: boolean;
}

type SignIn =
  /** No key is here: whether a page beside it has one. */
  | { state: 'asking' }
  | SignedOut
  | { state: 'checking'; apiKey: string; isTyped: boolean }
  | { state: 'signed_in'; signedIn: SignedIn; queryClient: QueryClient };

interface SessionControl {
  signIn: SignIn;
  signInWith: (apiKey: string, entry?: { isTyped: boolean }) => Promise<void>;
  /** Whoever types a key is not signed in with that of another page. */
  stopAsking: () => void;
}

/** Holds the key of this tab, or asks open pages for theirs; checks it with the service and signs out when the service no longer accepts it. */
export function useSession(): SessionControl {
  const [signIn, setSignIn] = useState<SignIn>({ state: 'asking' });

  const endAsking = useRef<() => void>(() => undefined);
  const stopAsking = useCallback(() => endAsking.current(), []);
  /** Counts up when what is being checked no longer matters. */
  const turn = useRef(0);

  const signOut = useCallback((failure: unknown = null, isElsewhere = false) => {
    turn.current += 1;
    dashboardKey.signOut();
    setSignIn(signedOut(failure, { isElsewhere }));
  }, []);
  const signOutAlong = useCallback(() => signOut(null, true), [signOut]);

  const signInWith = useCallback(
    async (apiKey: string, { isTyped } = { isTyped: false }) => {
      endAsking.current();
      const own = (turn.current += 1);
      setSignIn({ state: 'checking', apiKey, isTyped });
      try {
        const session = await fetchEndpoint({ origin: '', apiKey }, endpoints.getSession);
        if (own !== turn.current) return;
        dashboardKey.save(apiKey, session.key_id);
        const queryClient = createQueryClient(signOut);
        const signOutOfAll = (): void => {
          dashboardKey.signOutOfComputer(session.key_id);
          tellSignedOut(apiKey);
          signOut();
        };
        setSignIn({ state: 'signed_in', signedIn: describeSession(apiKey, session, signOutOfAll), queryClient });
      } catch (failure) {
        if (own !== turn.current) return;
        const isRefused = isUnauthenticated(failure);
        if (isRefused && dashboardKey.read() !== null) dashboardKey.signOut();
        setSignIn(signedOut(failure, { untried: isRefused ? null : apiKey }));
      }
    },
    [signOut],
  );

  useEffect(() => {
    const kept = dashboardKey.read();
    if (kept !== null) {
      void signInWith(kept);
      return undefined;
    }
    const isSignedOut = dashboardKey.isSignedOut();
    if (isSignedOut) dashboardKey.signOut();
    endAsking.current = askForKey({
      isSignedOut,
      onKey: (apiKey) => void signInWith(apiKey),
      onSilence: () => setSignIn(signedOut(null)),
    });
    return () => endAsking.current();
  }, [signInWith]);

  useKeyAmongTabs(signIn, signOutAlong);

  return useMemo(() => ({ signIn, signInWith, stopAsking }), [signIn, signInWith, stopAsking]);
}

/** Hears of a sign-out elsewhere for as long as the tab has a key, and gives it to new tabs once it is signed in. */
function useKeyAmongTabs(signIn: SignIn, signOutAlong: () => void): void {
  const apiKey = keyOf(signIn);
  const isSignedIn = useRef(false);
  useEffect(() => {
    isSignedIn.current = signIn.state === 'signed_in';
  }, [signIn]);
  useEffect(() => {
    if (apiKey === null) return undefined;
    const endAnswering = answerForKey({
      apiKey,
      by: 'dashboard',
      mayAnswer: (asking) => isSignedIn.current && !asking.isSignedOut,
      onSignedOut: signOutAlong,
    });
    const lookAgain = ({ persisted }: PageTransitionEvent): void => {
      if (persisted && dashboardKey.isSignedOut()) signOutAlong();
    };
    window.addEventListener('pageshow', lookAgain);
    return () => {
      endAnswering();
      window.removeEventListener('pageshow', lookAgain);
    };
  }, [apiKey, signOutAlong]);
}

function keyOf(signIn: SignIn): string | null {
  if (signIn.state === 'signed_in') return signIn.signedIn.connection.apiKey;
  if (signIn.state === 'checking') return signIn.apiKey;
  return signIn.state === 'signed_out' ? signIn.untried : null;
}

function signedOut(failure: unknown, { untried = null, isElsewhere = false }: Partial<SignedOut> = {}): SignIn {
  return { state: 'signed_out', failure, untried, isElsewhere };
}

function isUnauthenticated(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.status === 401;
}

/** A new one for every sign-in, so that nothing of one key's data is ever shown to the next. */
function createQueryClient(signOut: (failure: unknown) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (failure) => {
        if (isUnauthenticated(failure)) signOut(failure);
      },
    }),
    defaultOptions: {
      // A browser that thinks it is offline is asked all the same: a failure is told, a call that waits is not.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        // A refusal stays a refusal; only silence and overload are worth a second try.
        retry: (count, failure) => count < 2 && isTransient(failure),
        staleTime: 1_000,
      },
    },
  });
}

function isTransient(failure: unknown): boolean {
  return failure instanceof ApiFailure && (failure.kind === 'network' || failure.status === 503);
}
