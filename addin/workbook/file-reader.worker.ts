import { parseFile, refuseTooLarge } from './parse-file.ts';
import { WorkbookError, type WorkbookErrorCode } from './workbook-port.ts';
import type { ParsedWorkbook } from './parsed-workbook.ts';

/** Errors lose their class on the way out of a worker; this form does not. */
export type ReaderAnswer =
  | { ok: true; workbook: ParsedWorkbook }
  | { ok: false; code: WorkbookErrorCode; message: string; advice: string };

/** Parses one file away from the screen: in goes the file, out comes the answer. */
self.onmessage = async (event: MessageEvent<File>) => {
  const answer = await read(event.data);
  try {
    self.postMessage(answer);
  } catch (error) {
    // There is no room for a second copy of it.
    self.postMessage(failed(error));
  }
};

async function read(file: File): Promise<ReaderAnswer> {
  try {
    refuseTooLarge(file.size);
    return { ok: true, workbook: await parseFile(await file.arrayBuffer(), file.name) };
  } catch (error) {
    if (error instanceof WorkbookError)
      return { ok: false, code: error.code, message: error.message, advice: error.advice };
    return failed(error);
  }
}

function failed(error: unknown): ReaderAnswer {
  return {
    ok: false,
    code: 'unknown',
    message: `The file could not be read: ${String(error)}`,
    advice: 'Save it again as .xlsx or .csv and try once more.',
  };
}
