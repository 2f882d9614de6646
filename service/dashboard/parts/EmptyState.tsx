import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    maxWidth: '40rem',
  },
  title: { margin: 0 },
  detail: { color: tokens.colorNeutralForeground2 },
});

interface EmptyStateProps {
  title: string;
  /** Why there is nothing, and what would put something here. */
  detail: string;
  children?: ReactNode;
}

export function EmptyState({ title, detail, children }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <Text as="h2" className={styles.title} size={400} weight="semibold">
        {title}
      </Text>
      <Text className={styles.detail}>{detail}</Text>
      {children}
    </div>
  );
}
