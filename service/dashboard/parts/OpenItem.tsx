import { Link, useRestoreFocusTarget } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { addressOf, useView } from '../shell/location.ts';
import { goOnPlainClick } from './ViewLink.tsx';

/** Opens an item's side panel; a real address, so the open panel can be linked to. */
export function OpenItem({ item, children }: { item: string; children: ReactNode }) {
  const view = useView();
  const restore = useRestoreFocusTarget();
  const address = addressOf(view, { item });
  return (
    <Link {...restore} href={address} onClick={(event) => goOnPlainClick(event, address)}>
      {children}
    </Link>
  );
}
