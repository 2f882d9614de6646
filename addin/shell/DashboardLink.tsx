import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { openInBrowser } from '../office-start.ts';

interface DashboardLinkProps {
  href: string;
  className?: string;
  'aria-label'?: string;
  children: ReactNode;
}

/** A link to a page of the dashboard, beside the pane. */
export function DashboardLink(props: DashboardLinkProps) {
  return (
    <Link
      {...props}
      target="_blank"
      rel="noopener"
      onClick={(event) => {
        if (openInBrowser(props.href)) event.preventDefault();
      }}
    />
  );
}
