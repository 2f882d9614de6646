import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FailureNotice } from './FailureNotice.tsx';
import { Loaded, type Query } from './Loaded.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1, gap: tokens.spacingVerticalS },
});

export type ListQuery<Item> = Query<readonly Item[]>;

interface ListStateProps<Item> {
  query: ListQuery<Item>;
  /** What is listed, for the loading state: `findings`. */
  what: string;
  empty: ReactNode;
  children: (items: readonly Item[]) => ReactNode;
}

/** What a list shows before, instead of and above its items: loading, failed, nothing, or old items with what failed. */
export function ListState<Item>({ query, what, empty, children }: ListStateProps<Item>) {
  const styles = useStyles();
  return (
    <Loaded query={query} what={what}>
      {(items) => (
        <div className={styles.list}>
          {query.isError && <FailureNotice failure={query.error} retry={() => void query.refetch()} />}
          {items.length === 0 ? empty : children(items)}
        </div>
      )}
    </Loaded>
  );
}
