import { createContext, useContext } from 'react';
import type { Connection } from '#shared/call-endpoint.ts';
import type { Session } from '#shared/schemas/access.schema.ts';
import { roleIncludes, type Role } from '#shared/statuses.ts';

/** A client account with one of its engagements: what most calls act on. */
export interface Tenant {
  clientAccountId: string;
  engagementId: string;
}

export interface SignedIn {
  session: Session;
  /** To call what acts on no tenant's data. */
  connection: Connection;
  connectionTo: (tenant: Tenant) => Connection;
  may: (role: Role) => boolean;
  signOut: () => void;
}

export const SessionContext = createContext<SignedIn | null>(null);

/** Who is signed in; only used below the sign-in page. */
export function useSignedIn(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === null) throw new Error('Nobody is signed in here.');
  return signedIn;
}

export function describeSession(apiKey: string, session: Session, signOut: () => void): SignedIn {
  const connection = { origin: '', apiKey };
  return {
    session,
    connection,
    connectionTo: (tenant) => ({ ...connection, ...tenant }),
    may: (role) => roleIncludes(session.role, role),
    signOut,
  };
}
