import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { openInBrowser } from '../office-start.ts';
import { Spoken } from './Spoken.tsx';

interface DashboardLinkProps {
  href: string;
  className?: string;
  'aria-label'?: string;
  children: ReactNode;
}

const NEW_TAB = '(opens in a new tab)';

/** A link to a page of the dashboard, beside the pane. */
export function DashboardLink({ 'aria-label': label, ...props }: DashboardLinkProps) {
  return (
    <Link
      {...props}
      {...(label === undefined ? {} : { 'aria-label': `${label} ${NEW_TAB}` })}
      target="_blank"
      rel="noopener"
      onClick={(event) => {
        if (openInBrowser(props.href)) event.preventDefault();
      }}
    >
      {props.children}
      {label === undefined && <Spoken> {NEW_TAB}</Spoken>}
    </Link>
  );
}
