import type { ReactNode } from 'react';
import { FailureNotice } from './FailureNotice.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';

export interface Query<Data> {
  data: Data | undefined;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
}

interface LoadedProps<Data> {
  query: Query<Data>;
  /** What is loaded: `the asset`, `findings`. */
  what: string;
  /** Rows that stand in its place until then. */
  rows?: number;
  children: (data: Data) => ReactNode;
}

/** What was read, or what stands in its place: loading, or why it could not be read. */
export function Loaded<Data>({ query, what, rows = 4, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <FailureNotice failure={query.error} retry={() => void query.refetch()} />;
  return <TableSkeleton rows={rows} label={`Loading ${what}`} />;
}
