import { Button, makeStyles, Tooltip } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { PaneConnection } from '../connect/use-connection.ts';

const useStyles = makeStyles({
  pill: { maxWidth: '100%', minWidth: 0 },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** The client and engagement of the pane, and the way to others. */
export function ContextPill({ connection, onClick }: { connection: PaneConnection; onClick: () => void }) {
  const styles = useStyles();
  const words = `${connection.clientAccountId} • ${connection.engagementId}`;
  return (
    <Tooltip content={`${words}: change client or engagement`} relationship="label">
      <Button
        className={styles.pill}
        size="small"
        shape="circular"
        icon={<ChevronDownRegular />}
        iconPosition="after"
        onClick={onClick}
      >
        <span className={styles.words}>{words}</span>
      </Button>
    </Tooltip>
  );
}
