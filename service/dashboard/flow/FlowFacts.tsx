import { makeStyles, tokens } from '@fluentui/react-components';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { countOf } from '#shared/format.ts';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { ShortId } from '../parts/ShortId.tsx';
import { shownStatus, waitsFor } from '../parts/format.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  status: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** Where the focus goes after an act whose button may be gone with it. */
export const FLOW_STATUS_ID = 'flow-status';

export function FlowFacts({ flow }: { flow: Flow }) {
  const styles = useStyles();
  return (
    <div className={styles.facts}>
      <span className={styles.status} role="status" id={FLOW_STATUS_ID} tabIndex={-1}>
        <StatusBadge status={shownStatus(flow.status)} word={waitsFor(flow)} />
      </span>
      <span>{countOf(flow.total_records, 'row')}</span>
      <span>Started by {flow.created_by}</span>
      <span>
        Started <RelativeTime iso={flow.created_at} />
      </span>
      <span>
        Flow <ShortId id={flow.flow_id} what="flow id" />
      </span>
      <span>
        Import <ShortId id={flow.data_import_id} what="import id" />
      </span>
    </div>
  );
}
