import { useAnnounced } from './use-announced.ts';

interface KnownList {
  data: readonly unknown[] | undefined;
  loadMore: unknown;
  isOld: boolean;
}

/** Says how long a list is once it shows what was chosen. */
export function useListAnnounced(
  choice: unknown,
  { data, loadMore, isOld }: KnownList,
  words: { none: string; count: (count: number) => string },
): void {
  const count = isOld ? undefined : data?.length;
  const more = loadMore === undefined ? '' : ' and more';
  const said = count === undefined ? null : count === 0 ? words.none : words.count(count) + more;
  useAnnounced(JSON.stringify(choice), said);
}
