import { useEffect } from 'react';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { endOf } from '../progress/flow-news.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import type { InventoryCounts } from './inventory-counts.ts';
import { resultNews } from './result-news.ts';

/** Says once what came of an import. @param counts, conflicts  those to decide; undefined: not read yet */
export function useResultNews(
  flow: Flow,
  counts: InventoryCounts | null | undefined,
  conflicts: number | undefined,
): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (counts === undefined || conflicts === undefined) return;
    announce(resultNews(counts && { ...counts, conflicts }), endOf(flow));
  }, [flow, counts, conflicts, announce]);
}
