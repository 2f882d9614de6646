import { useEffect, useRef } from 'react';
import { countOf } from '#shared/format.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { headerWords } from './HeaderSelect.tsx';
import type { ReadSheet } from './understand.ts';

/** Says how much was read, when it is read first and when another sheet or header row is chosen; reading the same again is no news. */
export function useSheetNews(sheet: ReadSheet | null): void {
  const announce = useAnnounce();
  const told = useRef('');
  const news = sheet === null ? null : newsOf(sheet);
  const what = sheet === null ? '' : `${sheet.source.id} ${sheet.headerIndex} ${news}`;
  useEffect(() => {
    if (news === null || told.current === what) return;
    told.current = what;
    announce(news);
  }, [news, what, announce]);
}

/** `66 rows, 11 columns, header in row 1`. */
function newsOf(sheet: ReadSheet): string {
  return `${countOf(sheet.totalRows, 'row')}, ${countOf(sheet.columns.length, 'column')}, ${headerWords(sheet)}`;
}
