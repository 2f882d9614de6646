import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FailureNotice } from './FailureNotice.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1, gap: tokens.spacingVerticalS },
});

export interface ListQuery<Item> {
  data: readonly Item[] | undefined;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
}

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
  const retry = (): void => void query.refetch();
  if (query.data === undefined)
    return query.isError ? (
      <FailureNotice failure={query.error} retry={retry} />
    ) : (
      <TableSkeleton rows={4} label={`Loading ${what}`} />
    );
  return (
    <div className={styles.list}>
      {query.isError && <FailureNotice failure={query.error} retry={retry} />}
      {query.data.length === 0 ? empty : children(query.data)}
    </div>
  );
}
