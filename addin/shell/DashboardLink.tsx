import { Button, Link } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
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
export function DashboardLink({ 'aria-label': label, children, ...props }: DashboardLinkProps) {
  return (
    <Link {...props} {...opening(props.href)} {...(label === undefined ? {} : { 'aria-label': `${label} ${NEW_TAB}` })}>
      {children}
      {label === undefined && <Spoken> {NEW_TAB}</Spoken>}
    </Link>
  );
}

/** The same as a button, for what there is to do there. */
export function DashboardButton({ href, children }: Pick<DashboardLinkProps, 'href' | 'children'>) {
  return (
    <Button as="a" size="small" appearance="primary" href={href} {...opening(href)}>
      {children}
      <Spoken> {NEW_TAB}</Spoken>
    </Button>
  );
}

const opening = (href: string) => ({
  target: '_blank',
  rel: 'noopener',
  onClick: (event: MouseEvent) => {
    if (openInBrowser(href)) event.preventDefault();
  },
});
