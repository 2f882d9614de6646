import { Link, makeStyles, Text } from '@fluentui/react-components';
import { Fragment } from 'react';
import { countOf } from '#shared/format.ts';
import { flowAddress } from '#shared/pages/dashboard-link.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import type { ReviewGroup } from '../mapping/review-state.ts';
import { DashboardLink } from '../shell/DashboardLink.tsx';

const useStyles = makeStyles({
  link: {
    fontSize: 'inherit',
    lineHeight: 'inherit',
    // In the pane it is a button, which forced colours would write as text.
    '@media (forced-colors: active)': { color: 'LinkText', forcedColorAdjust: 'none' },
  },
});

interface StoredLineProps {
  connection: PaneConnection;
  flow: Flow;
  mapped: number;
  leftOut: number;
  onMappings(group: ReviewGroup): void;
}

/** `401 rows stored · 17 columns mapped · 1 column left out`, each with the list of what it counts. */
export function StoredLine({ connection, flow, mapped, leftOut, onMappings }: StoredLineProps) {
  const styles = useStyles();
  const columns: { count: number; what: string; group: ReviewGroup }[] = [
    { count: mapped, what: 'mapped', group: 'approved' },
    { count: leftOut, what: 'left out', group: 'left_out' },
  ];
  const stored = `${countOf(flow.total_records, 'row')} stored`;
  return (
    <Text size={200}>
      <DashboardLink
        className={styles.link}
        href={flowAddress(connection, flow.flow_id, { tab: 'records' })}
        aria-label={`${stored}, in the dashboard`}
      >
        {stored}
      </DashboardLink>
      {columns
        .filter(({ count }) => count > 0)
        .map(({ count, what, group }) => (
          <Fragment key={group}>
            {' · '}
            <Link className={styles.link} onClick={() => onMappings(group)}>
              {countOf(count, 'column')} {what}
            </Link>
          </Fragment>
        ))}
    </Text>
  );
}
