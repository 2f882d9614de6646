import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { sentence } from '#shared/field-label.ts';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ConflictDetail, DecisionPreview } from '#shared/schemas/conflict.schema.ts';
import type { ConflictAction } from '#shared/statuses.ts';
import { ChangeList } from '../assets/ChangeList.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { heldText } from '#shared/records-text.ts';
import { effectOn } from './decision-effect.ts';

const useStyles = makeStyles({
  impact: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface DecisionImpactProps {
  preview: UseQueryResult<DecisionPreview>;
  action: ConflictAction;
  conflict: ConflictDetail;
}

/** What the decision would write, asset by asset, as the service counts it. */
export function DecisionImpact({ preview, action, conflict }: DecisionImpactProps) {
  const styles = useStyles();
  if (preview.isError) return <FailureNotice failure={preview.error} retry={() => void preview.refetch()} />;
  if (preview.data === undefined) return <TableSkeleton rows={2} label="Working out what would change" />;
  const { changes, is_kept_until_applied: isKept } = preview.data;
  return (
    <section className={styles.impact} aria-label="What this changes" aria-live="polite">
      {action === 'leave_out' && (
        <Text>{sentence(heldText(conflict))} stay stored, but nothing of them comes into the inventory.</Text>
      )}
      {changes.map((change) => (
        <div key={change.asset_id}>
          <Text weight="semibold">{effectOn(change, conflict.header_row)}</Text>
          {change.kind === 'updated' && <ChangeList changes={change.changes} />}
        </div>
      ))}
      <Text size={200} className={styles.quiet}>
        {isKept
          ? 'The decision can be changed until the inventory of this import is applied.'
          : 'Only withdrawing the import takes it back.'}
      </Text>
    </section>
  );
}
