import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { NAVIGATION_ID } from '../shell/navigation-id.ts';
import { isFocusAdrift } from '#shared/pages/keep-focus.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  title: {
    ...typographyStyles.title3,
    margin: 0,
    flexGrow: 1,
    flexBasis: '20rem',
    minWidth: 0,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  // Together on the next line where there is no room for all of them.
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** The page's name, how live it is, and its acts, always in this order. */
export function PageHeader({ title, live, children }: { title: string; live?: ReactNode; children?: ReactNode }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – CMDB Import`;
  }, [title]);
  useEffect(() => {
    // The link that led here is gone, or stands beside every page: readers go on from the heading, however late it comes.
    const isAtNavigation = document.activeElement?.closest(`#${NAVIGATION_ID}`) !== null;
    if (isAtNavigation || isFocusAdrift(document)) heading.current?.focus();
  }, []);
  return (
    <div className={styles.header}>
      <h1 className={styles.title} tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {live}
      {children !== undefined && <div className={styles.acts}>{children}</div>}
    </div>
  );
}
