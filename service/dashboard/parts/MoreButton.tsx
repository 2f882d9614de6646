import { Button, makeStyles } from '@fluentui/react-components';
import { useContext, useEffect, useRef } from 'react';
import { beforeMore } from '#shared/pages/before-more.ts';
import { formatNumber } from '#shared/format.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { Announce } from './use-announced.ts';
import type { Rest } from './use-rest.ts';

const useStyles = makeStyles({ button: { alignSelf: 'start' } });

/**
 * What is left of a list, counted, and the way to it; nothing where all is shown. It stands beside the items. Once more of
 * them are there, that is told, and whoever asked goes on at the first that is new.
 */
export function MoreButton<Item>({ rest, what }: { rest: Rest<Item>; what: string }) {
  const styles = useStyles();
  const announce = useContext(Announce);
  const shown = rest.items.length;
  const asked = useRef<{ shown: number; goOn: () => void } | null>(null);
  useEffect(() => {
    if (asked.current === null || shown <= asked.current.shown) return;
    announce(`${formatNumber(shown - asked.current.shown)} more ${what} shown`);
    asked.current.goOn();
    asked.current = null;
  }, [announce, shown, what]);
  if (rest.isError) return <FailureNotice failure={rest.error} retry={() => void rest.refetch()} />;
  if (rest.more === 0) return null;
  const ask = (list: HTMLElement | null): void => {
    if (list !== null) asked.current = { shown, goOn: beforeMore(list) };
    rest.showMore();
  };
  return (
    <Button
      size="small"
      className={styles.button}
      disabledFocusable={rest.isLoading}
      onClick={({ currentTarget }) => ask(currentTarget.parentElement)}
    >
      {rest.isLoading ? 'Loading …' : `${formatNumber(rest.more)} more ${what}`}
    </Button>
  );
}
