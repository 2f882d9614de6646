import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ImportCategory } from '#shared/statuses.ts';
import { isSourceOf } from '../import/upload/upload-session.ts';
import { followSource } from '../workbook/follow-source.ts';
import {
  WorkbookError,
  type ReadProgress,
  type SheetSource,
  type UploadPointer,
  type WorkbookFacts,
  type WorkbookPort,
} from '../workbook/workbook-port.ts';
import { ONE_SHOT_MAX_ROWS } from '#shared/limits.ts';
import { NONE_RELEASED, withheldOf, withTick, type Released } from './released-columns.ts';
import type { HeaderChoice } from './header-choice.ts';
import { NOTHING_CHOSEN, understand, type ReadingChoices, type ReadRows, type ReadSheet } from './understand.ts';

export interface SheetState {
  sources: readonly SheetSource[];
  source: SheetSource | null;
  sheet: ReadSheet | null;
  progress: ReadProgress | null;
  error: unknown;
  category: ImportCategory;
  /** The upload on its way is of what is shown: how it was chosen holds until it has ended. */
  isFixed: boolean;
  /** Columns that look like secrets and that the analyst has not ticked: their values stay here. */
  withheld: ReadonlySet<number>;
  withheldIn(sheet: ReadSheet): ReadonlySet<number>;
  chooseSource(id: string): void;
  /** Reads a part of a source as a source of its own. */
  choosePart(part: SheetSource): void;
  chooseHeader(header: HeaderChoice): void;
  chooseFill(fillsMerged: boolean): void;
  chooseStruck(leavesOutStruck: boolean): void;
  chooseCategory(category: ImportCategory): void;
  setWithheld(columnIndex: number, isWithheld: boolean): void;
  isReadingAgain: boolean;
  /** Reads what is chosen as it stands now; null when it cannot be read, which `error` says. */
  readAgain(): Promise<ReadSheet | null>;
}

/** More cells are not held in the pane's memory. */
const PREVIEW_MAX_CELLS = 1_000_000;
const PREVIEW_ROWS = 2_000;

interface Choices extends ReadingChoices {
  sourceId: string | null;
  category: ImportCategory;
  released: Released;
}

interface Listing {
  facts: WorkbookFacts;
  sources: SheetSource[];
}

/** Until the page shows rows that were read again under another address, ms. */
const TAKEN_UP_MS = 1_000;

/**
 * Reads the chosen source when it is chosen and when it is asked to, and derives everything the preview shows from it.
 *
 * @param firstSource  id of the source that is chosen first; null: the best guess
 * @param upload  a large sheet on its way: its rows are shown as they are sent, whatever was chosen since
 */
export function useSheet(workbook: WorkbookPort, upload: UploadPointer | null, firstSource: string | null): SheetState {
  const [choices, setChoices] = useState<Choices>({
    ...NOTHING_CHOSEN,
    sourceId: firstSource,
    category: 'cmdb',
    released: NONE_RELEASED,
  });
  const [progress, setProgress] = useState<ReadProgress | null>(null);
  const [again, setAgain] = useState<{ isReading: boolean; error: unknown }>({ isReading: false, error: null });
  const queries = useQueryClient();
  const list = async (): Promise<Listing> => ({
    facts: await workbook.describe(),
    sources: await workbook.listSources(),
  });
  const read = async (from: SheetSource, signal?: AbortSignal): Promise<ReadRows> => {
    const marks = await workbook.marksOf(from);
    const options = { ...(signal && { signal }), onProgress: setProgress };
    return { rows: await workbook.readRows(from, 0, rowsToPreview(from), options), marks };
  };
  const listing = useQuery({ queryKey: listingKey(workbook), queryFn: list, ...ONCE });
  const sources = listing.data?.sources ?? [];
  const source = sources.find((one) => one.id === choices.sourceId) ?? sources[0] ?? null;
  const fixed = upload !== null && source !== null && isSourceOf(source, upload) ? upload : null;
  const { header, fillsMerged, leavesOutStruck } = useMemo(
    () => (fixed === null ? choices : choicesOf(fixed)),
    [choices, fixed],
  );
  const chosen = useMemo(() => ({ header, fillsMerged, leavesOutStruck }), [header, fillsMerged, leavesOutStruck]);
  const reading = useQuery({
    queryKey: rowsKey(workbook, source),
    queryFn: ({ signal }) => (source === null ? null : read(source, signal)),
    enabled: source !== null,
    structuralSharing: false,
    ...ONCE,
    gcTime: TAKEN_UP_MS,
  });
  const sheet = useMemo(() => {
    if (!listing.data || source === null || !reading.data || reading.data.rows.length === 0) return null;
    return understand(listing.data.facts, source, reading.data, chosen);
  }, [listing.data, source, reading.data, chosen]);
  const withheldIn = useCallback(
    ({ columns }: Pick<ReadSheet, 'columns'>): ReadonlySet<number> => withheldOf(columns, choices.released),
    [choices.released],
  );
  const withheld = useMemo(
    () => (fixed === null ? withheldIn(sheet ?? { columns: [] }) : new Set(fixed.withheld)),
    [fixed, sheet, withheldIn],
  );
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
      return rows.rows.length === 0 ? null : understand(listed.facts, now, rows, chosen);
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
    category: fixed?.category ?? choices.category,
    isFixed: fixed !== null,
    withheld,
    withheldIn,
    chooseSource: (sourceId) => {
      setAgain({ isReading: false, error: null });
      change({ ...NOTHING_CHOSEN, sourceId, released: NONE_RELEASED });
    },
    choosePart: (part) => {
      queries.setQueryData<Listing>(
        listingKey(workbook),
        (listed) => listed && { ...listed, sources: [...listed.sources.filter(({ id }) => id !== part.id), part] },
      );
      change({ ...NOTHING_CHOSEN, sourceId: part.id, released: NONE_RELEASED });
    },
    chooseHeader: (header) => change({ header }),
    chooseFill: (fillsMerged) => change({ fillsMerged }),
    chooseStruck: (leavesOutStruck) => change({ leavesOutStruck }),
    chooseCategory: (category) => change({ category }),
    setWithheld: (index, isWithheld) =>
      change({ released: withTick(sheet?.columns ?? [], choices.released, { index, isTicked: !isWithheld }) }),
    isReadingAgain: again.isReading,
    readAgain,
  };
}

/** As the upload was begun. */
function choicesOf({ headerIndex, headerRowCount, fillsMerged, leavesOutStruck }: UploadPointer): ReadingChoices {
  return { header: { index: headerIndex, rows: headerRowCount }, fillsMerged, leavesOutStruck };
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
