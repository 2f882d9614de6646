import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Cell } from '#shared/schemas/cell.schema.ts';
import type { ImportCategory } from '#shared/statuses.ts';
import { followSource } from '../workbook/follow-source.ts';
import {
  WorkbookError,
  type ReadProgress,
  type SheetSource,
  type WorkbookFacts,
  type WorkbookPort,
} from '../workbook/workbook-port.ts';
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
  withheldIn(sheet: ReadSheet): ReadonlySet<number>;
  chooseSource(id: string): void;
  chooseHeader(index: number): void;
  chooseCategory(category: ImportCategory): void;
  setWithheld(columnIndex: number, isWithheld: boolean): void;
  isReadingAgain: boolean;
  /** Reads what is chosen as it stands now; null when it cannot be read, which `error` says. */
  readAgain(): Promise<ReadSheet | null>;
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

interface Listing {
  facts: WorkbookFacts;
  sources: SheetSource[];
}

/** Until the page shows rows that were read again under another address, ms. */
const TAKEN_UP_MS = 1_000;

/** Reads the chosen source when it is chosen and when it is asked to, and derives everything the preview shows from it. */
export function useSheet(workbook: WorkbookPort): SheetState {
  const [choices, setChoices] = useState<Choices>({
    sourceId: null,
    headerIndex: null,
    category: 'cmdb',
    released: new Set(),
  });
  const [progress, setProgress] = useState<ReadProgress | null>(null);
  const [again, setAgain] = useState<{ isReading: boolean; error: unknown }>({ isReading: false, error: null });
  const queries = useQueryClient();
  const list = async (): Promise<Listing> => ({
    facts: await workbook.describe(),
    sources: await workbook.listSources(),
  });
  const read = (from: SheetSource, signal?: AbortSignal): Promise<Cell[][]> =>
    workbook.readRows(from, 0, rowsToPreview(from), { ...(signal && { signal }), onProgress: setProgress });
  const listing = useQuery({ queryKey: listingKey(workbook), queryFn: list, ...ONCE });
  const sources = listing.data?.sources ?? [];
  const source = sources.find((one) => one.id === choices.sourceId) ?? sources[0] ?? null;
  const reading = useQuery({
    queryKey: rowsKey(workbook, source),
    queryFn: ({ signal }) => (source === null ? [] : read(source, signal)),
    enabled: source !== null,
    structuralSharing: false,
    ...ONCE,
    gcTime: TAKEN_UP_MS,
  });
  const sheet = useMemo(() => {
    if (!listing.data || source === null || !reading.data || reading.data.length === 0) return null;
    return understand(listing.data.facts, source, reading.data, choices.headerIndex);
  }, [listing.data, source, reading.data, choices.headerIndex]);
  const withheldIn = useCallback(
    ({ columns }: Pick<ReadSheet, 'columns'>): ReadonlySet<number> =>
      new Set(
        columns
          .filter((column) => column.isSecretLooking && !choices.released.has(column.index))
          .map((column) => column.index),
      ),
    [choices.released],
  );
  const withheld = useMemo(() => withheldIn(sheet ?? { columns: [] }), [sheet, withheldIn]);
  const readAgain = async (): Promise<ReadSheet | null> => {
    setAgain({ isReading: true, error: null });
    setProgress(null);
    let failure: unknown = null;
    try {
      const listed = await list();
      const now = source === null ? listed.sources[0] : followSource(source, listed.sources);
      const isListed = now === undefined || listed.sources.some(({ id }) => id === now.id);
      queries.setQueryData(listingKey(workbook), isListed ? listed : { ...listed, sources: [now, ...listed.sources] });
      if (now === undefined)
        throw new WorkbookError('unknown', 'What was read is no longer in the workbook.', 'Choose what to read.');
      const rows = await read(now);
      queries.setQueryData(rowsKey(workbook, now), rows);
      change({ sourceId: now.id });
      return rows.length === 0 ? null : understand(listed.facts, now, rows, choices.headerIndex);
    } catch (error) {
      failure = error;
      return null;
    } finally {
      setAgain({ isReading: false, error: failure });
    }
  };
  const change = (part: Partial<Choices>): void => setChoices((before) => ({ ...before, ...part }));
  return {
    sources,
    source,
    sheet,
    progress,
    error: again.error ?? listing.error ?? reading.error,
    category: choices.category,
    withheld,
    withheldIn,
    chooseSource: (sourceId) => {
      setAgain({ isReading: false, error: null });
      change({ sourceId, headerIndex: null, released: new Set() });
    },
    chooseHeader: (headerIndex) => change({ headerIndex }),
    chooseCategory: (category) => change({ category }),
    setWithheld: (columnIndex, isWithheld) => {
      const released = new Set(choices.released);
      if (isWithheld) released.delete(columnIndex);
      else released.add(columnIndex);
      change({ released });
    },
    isReadingAgain: again.isReading,
    readAgain,
  };
}

/** Rows that are read before the import: all of a usual sheet; of a large one enough to understand it, the rest as it is sent. */
function rowsToPreview(source: SheetSource): number {
  const isLarge = source.rowCount > ONE_SHOT_MAX_ROWS || source.rowCount * source.columnCount > PREVIEW_MAX_CELLS;
  return isLarge ? Math.min(source.rowCount, PREVIEW_ROWS) : source.rowCount;
}

/** Read when it is first shown, and again only on request. */
const ONCE = { retry: false, gcTime: 0, staleTime: Number.POSITIVE_INFINITY } as const;

const listingKey = (workbook: WorkbookPort) => ['sources', workbook.id] as const;
const rowsKey = (workbook: WorkbookPort, source: SheetSource | null) => ['rows', workbook.id, source?.id] as const;
