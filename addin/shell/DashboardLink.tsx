import { Button, Link } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import { openInBrowser } from '../office-start.ts';

interface DashboardLinkProps {
  href: string;
  className?: string;
  'aria-label'?: string;
  children: ReactNode;
}

/** A link to a page of the dashboard, beside the pane. */
export function DashboardLink(props: DashboardLinkProps) {
  return <Link {...props} {...opening(props.href)} />;
}

/** The same as a button, for what there is to do there. */
export function DashboardButton({ href, children }: Pick<DashboardLinkProps, 'href' | 'children'>) {
  return (
    <Button as="a" size="small" appearance="primary" href={href} {...opening(href)}>
      {children}
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
