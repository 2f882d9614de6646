import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ImportCategory } from '#shared/statuses.ts';
import type { ReadProgress, SheetSource, WorkbookPort } from '../workbook/workbook-port.ts';
import { ONE_SHOT_MAX_ROWS } from '#shared/limits.ts';
import { understand, type ReadSheet } from './understand.ts';

export interface SheetState {
  sources: readonly SheetSource[];
  source: SheetSource | null;
  sheet: ReadSheet | null;
  progress: ReadProgress | null;
  error: unknown;
  category: ImportCategory;
  /** Columns that look like secrets and that the analyst has not ticked: their values stay here. */
  withheld: ReadonlySet<number>;
  chooseSource(id: string): void;
  chooseHeader(index: number): void;
  chooseCategory(category: ImportCategory): void;
  setWithheld(columnIndex: number, isWithheld: boolean): void;
  readAgain(): void;
}

/** More cells are not held in the pane's memory. */
const PREVIEW_MAX_CELLS = 1_000_000;
const PREVIEW_ROWS = 2_000;

interface Choices {
  sourceId: string | null;
  headerIndex: number | null;
  category: ImportCategory;
  released: ReadonlySet<number>;
}

/** Reads the chosen source once and derives everything the preview shows from it. */
export function useSheet(workbook: WorkbookPort): SheetState {
  const [choices, setChoices] = useState<Choices>({
    sourceId: null,
    headerIndex: null,
    category: 'cmdb',
    released: new Set(),
  });
  const [progress, setProgress] = useState<ReadProgress | null>(null);
  const listing = useQuery({
    queryKey: ['sources', workbook.id],
    queryFn: async () => ({ facts: await workbook.describe(), sources: await workbook.listSources() }),
    retry: false,
    gcTime: 0,
  });
  const sources = listing.data?.sources ?? [];
  const source = sources.find((one) => one.id === choices.sourceId) ?? sources[0] ?? null;
  const reading = useQuery({
    queryKey: ['rows', workbook.id, source?.id],
    queryFn: ({ signal }) =>
      source === null ? [] : workbook.readRows(source, 0, rowsToPreview(source), { signal, onProgress: setProgress }),
    enabled: source !== null,
    retry: false,
    gcTime: 0,
    structuralSharing: false,
  });
  const sheet = useMemo(() => {
    if (!listing.data || source === null || !reading.data || reading.data.length === 0) return null;
    return understand(listing.data.facts, source, reading.data, choices.headerIndex);
  }, [listing.data, source, reading.data, choices.headerIndex]);
  const withheld = useMemo(
    () =>
      new Set(
        (sheet?.columns ?? [])
          .filter((column) => column.isSecretLooking && !choices.released.has(column.index))
          .map((column) => column.index),
      ),
    [sheet, choices.released],
  );
  const change = (part: Partial<Choices>): void => setChoices((before) => ({ ...before, ...part }));
  return {
    sources,
    source,
    sheet,
    progress,
    error: listing.error ?? reading.error,
    category: choices.category,
    withheld,
    chooseSource: (sourceId) => change({ sourceId, headerIndex: null, released: new Set() }),
    chooseHeader: (headerIndex) => change({ headerIndex }),
    chooseCategory: (category) => change({ category }),
    setWithheld: (columnIndex, isWithheld) => {
      const released = new Set(choices.released);
      if (isWithheld) released.delete(columnIndex);
      else released.add(columnIndex);
      change({ released });
    },
    readAgain: () => void listing.refetch().then(() => reading.refetch()),
  };
}

/** Rows that are read before the import: all of a usual sheet; of a large one enough to understand it, the rest as it is sent. */
function rowsToPreview(source: SheetSource): number {
  const isLarge = source.rowCount > ONE_SHOT_MAX_ROWS || source.rowCount * source.columnCount > PREVIEW_MAX_CELLS;
  return isLarge ? Math.min(source.rowCount, PREVIEW_ROWS) : source.rowCount;
}
