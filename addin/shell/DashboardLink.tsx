import { Button, Link } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import { DASHBOARD_TAB } from '#shared/pages/dashboard-tab.ts';
import { Spoken } from '#shared/pages/Spoken.tsx';
import { opensElsewhere } from './dashboard-tab.ts';

interface DashboardLinkProps {
  href: string;
  className?: string;
  'aria-label'?: string;
  children: ReactNode;
}

const OTHER_TAB = '(opens in another tab)';

/** A link to a page of the dashboard, beside the pane. */
export function DashboardLink({ 'aria-label': label, children, ...props }: DashboardLinkProps) {
  return (
    <Link
      {...props}
      {...opening(props.href)}
      {...(label === undefined ? {} : { 'aria-label': `${label} ${OTHER_TAB}` })}
    >
      {children}
      {label === undefined && <Spoken> {OTHER_TAB}</Spoken>}
    </Link>
  );
}

/** The same as a button, for what there is to do there. */
export function DashboardButton({ href, children }: Pick<DashboardLinkProps, 'href' | 'children'>) {
  return (
    <Button as="a" appearance="primary" href={href} {...opening(href)}>
      {children}
      <Spoken> {OTHER_TAB}</Spoken>
    </Button>
  );
}

/** Without `noopener`, which would make it another tab each time. */
const opening = (href: string) => ({
  target: DASHBOARD_TAB,
  onClick: (event: MouseEvent) => {
    if (opensElsewhere(href)) event.preventDefault();
  },
});
