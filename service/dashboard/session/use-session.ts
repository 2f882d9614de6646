import { QueryCache, QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { dashboardKey } from '#shared/dashboard-key.ts';
import { describeSession, type SignedIn } from './session-context.ts';

type SignIn =
  | { state: 'signed_out'; failure: unknown }
  | { state: 'checking' }
  | { state: 'signed_in'; signedIn: SignedIn; queryClient: QueryClient };

interface SessionControl {
  signIn: SignIn;
  signInWith: (apiKey: string) => Promise<void>;
}

/** Holds the key of this tab, checks it with the service and signs out when the service no longer accepts it. */
export function useSession(): SessionControl {
  const [signIn, setSignIn] = useState<SignIn>(dashboardKey.read() === null ? signedOut(null) : { state: 'checking' });

  const signOut = useCallback((failure: unknown = null) => {
    dashboardKey.forget();
    setSignIn(signedOut(failure));
  }, []);

  const signInWith = useCallback(
    async (apiKey: string) => {
      setSignIn({ state: 'checking' });
      try {
        const session = await fetchEndpoint({ origin: '', apiKey }, endpoints.getSession);
        dashboardKey.save(apiKey);
        const queryClient = createQueryClient(signOut);
        setSignIn({ state: 'signed_in', signedIn: describeSession(apiKey, session, () => signOut()), queryClient });
      } catch (failure) {
        if (isUnauthenticated(failure)) dashboardKey.forget();
        setSignIn(signedOut(failure));
      }
    },
    [signOut],
  );

  useEffect(() => {
    const apiKey = dashboardKey.read();
    if (apiKey !== null) void signInWith(apiKey);
  }, [signInWith]);

  return useMemo(() => ({ signIn, signInWith }), [signIn, signInWith]);
}

function signedOut(failure: unknown): SignIn {
  return { state: 'signed_out', failure };
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
