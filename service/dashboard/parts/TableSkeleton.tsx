import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  rows: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
});

/** Stands where rows will be. */
export function TableSkeleton({ rows, label }: { rows: number; label: string }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={label} role="status">
      <div className={styles.rows}>
        {Array.from({ length: rows }, (_, index) => (
          <SkeletonItem key={index} size={24} />
        ))}
      </div>
    </Skeleton>
  );
}
