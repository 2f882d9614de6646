import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

/** A workbook as the Excel host keeps it: raw values, blanks as empty texts, dates as numbers with a date format. */
export interface HostWorkbook {
  sheets: HostSheet[];
  /** What the user has selected; several areas as A1:B2,D4; null for a chart. */
  selection?: { sheet: string; address: string } | null;
  date1904?: boolean;
  /** Book1 where there is none. */
  name?: string;
  /** What the document says of itself: old after a rename, percent-encoded on the web, empty when it was never saved. */
  url?: string;
  isDark?: boolean;
  /** What the document's settings hold, as `excelHost.settings` gave it. */
  settings?: Record<string, string>;
}

/** A rich data type, as a company or an image, is an error with another text; so is an error in another language. */
type HostValue = string | number | boolean | { error: string; text: string };

export interface HostSheet {
  name: string;
  visibility?: 'Visible' | 'Hidden';
  /** Empty for a sheet that a script of the page makes as `window.excelHostMadeRows[name]: MadeRows`. */
  values: HostValue[][];
  /** Number formats by column, where they are not General. */
  columnFormats?: Record<number, string>;
  /** The address is the whole table's, its header and totals row included where they are shown. */
  tables?: { name: string; address: string; showHeaders?: boolean; showTotals?: boolean }[];
  /** Sheet rows, from 1. */
  hiddenRows?: number[];
  hiddenColumns?: number[];
  merges?: string[];
  /** Last sheet row that holds formatting, from 1. */
  lastFormattedRow?: number;
}

/** What a test can look at and disturb, as `window.excelHost` in the page. */
export interface HostBehaviour {
  /** Ranges whose values were asked for; `row` counts from 0 within the sheet. */
  reads: { row: number; rows: number; columns: number }[];
  /** How often the shown texts of a range were asked for. */
  textReads: number;
  /** How often the add-in has asked Excel. */
  requests: number;
  /** Services of its own that office.js has asked, by name. */
  officeRequests: string[];
  /** Error codes for the add-in's next requests, in turn. */
  failNext: string[];
  /** Longest answer in characters before it is refused as too large. */
  maxResponse: number;
  /** More cells than this come as null instead of values. */
  maxCells: number;
  /** How long each answer takes. */
  latencyMs: number;
  /** No answer comes before this has settled; set within the page. */
  waitsFor?: Promise<void>;
  largestResponse?: number;
  selected: string | null;
  /** Addresses the computer's browser was told to open. */
  opened: string[];
  settings: Record<string, string>;
  /** The workbook cannot be written. */
  refusesSettings: boolean;
}

/** Makes the page believe that Excel has opened it. Call before `page.goto`. */
export async function installExcelHost(page: Page, workbook: HostWorkbook): Promise<void> {
  await page.addInitScript((given) => {
    (window as unknown as { excelHostWorkbook: HostWorkbook }).excelHostWorkbook = given;
  }, workbook);
  await page.addInitScript({ content: readFileSync(path.join(import.meta.dirname, 'host-script.js'), 'utf8') });
}
