import { Link } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import { go } from '../shell/location.ts';

interface ViewLinkProps {
  address: string;
  className?: string | undefined;
  /** Its name, where the text alone does not tell it from others. */
  label?: string;
  children: ReactNode;
}

/** A real link, so that it can be opened in a new tab and copied; a plain click stays on the page. */
export function ViewLink({ address, className, label, children }: ViewLinkProps) {
  return (
    <Link
      href={address}
      className={className}
      aria-label={label}
      onClick={(event: MouseEvent) => goOnPlainClick(event, address)}
    >
      {children}
    </Link>
  );
}

export function goOnPlainClick(event: MouseEvent, address: string): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(address);
}
