import { Button, makeStyles } from '@fluentui/react-components';
import { formatNumber } from '#shared/format.ts';
import { FailureNotice } from './FailureNotice.tsx';
import type { Rest } from './use-rest.ts';

const useStyles = makeStyles({ button: { alignSelf: 'start' } });

/** What is left of a list, counted, and the way to it; nothing where all is shown. */
export function MoreButton<Item>({ rest, what }: { rest: Rest<Item>; what: string }) {
  const styles = useStyles();
  if (rest.isError) return <FailureNotice failure={rest.error} retry={() => void rest.refetch()} />;
  if (rest.more === 0) return null;
  return (
    <Button size="small" className={styles.button} disabledFocusable={rest.isLoading} onClick={() => rest.showMore()}>
      {rest.isLoading ? 'Loading …' : `${formatNumber(rest.more)} more ${what}`}
    </Button>
  );
}
