import { createContext, useContext } from 'react';

/** What the key of the pane may do, and the way to another one. */
export interface Access {
  /** A viewer's key only looks. */
  mayChange: boolean;
  /** Only an admin's key adds fields of the client's own. */
  mayAddFields: boolean;
  /** Opens the form for the key, client and engagement as they are; null where it is open. */
  replaceKey: (() => void) | null;
}

/** The reason beside whatever a viewer's key cannot do. */
export const LOOK_ONLY = "Your key may look only. Ask your admin for an analyst's key.";

export const AccessContext = createContext<Access>({ mayChange: true, mayAddFields: true, replaceKey: null });

export function useAccess(): Access {
  return useContext(AccessContext);
}
