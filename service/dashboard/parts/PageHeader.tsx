import { makeStyles, Title3, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  title: { margin: 0, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

/** The page's name, how live it is, and its acts, always in this order. */
export function PageHeader({ title, live, children }: { title: ReactNode; live?: ReactNode; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.header}>
      <Title3 as="h1" className={styles.title}>
        {title}
      </Title3>
      {live}
      {children}
    </div>
  );
}
