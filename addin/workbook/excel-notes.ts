import { notKept, notedElsewhere } from './excel-errors.ts';

/**
 * What the workbook keeps for the pane, by name. Office holds all notes in memory and writes them all at once, so what
 * another pane of the same workbook has noted meanwhile is read again before; a note of its own is never replaced or
 * removed by one that has not seen it.
 */
export class ExcelNotes {
  /** What this pane read or wrote last, as JSON. */
  private readonly seen = new Map<string, string>();
  /** One after the other: reading again takes back what is set and not saved. */
  private last: Promise<void> = Promise.resolve();

  read(name: string): unknown {
    const note = noteOf(name);
    this.seen.set(name, JSON.stringify(note));
    return note;
  }

  /** @throws WorkbookError not_kept */
  keep(name: string, note: object | null): Promise<void> {
    const kept = this.last.then(() => this.keepNow(name, note));
    this.last = kept.catch(() => undefined);
    return kept;
  }

  private async keepNow(name: string, note: object | null): Promise<void> {
    const known = this.seen.get(name) ?? JSON.stringify(noteOf(name));
    await readAgain();
    const before = noteOf(name);
    if (before !== null && JSON.stringify(before) !== known) {
      if (note === null) return;
      throw notedElsewhere();
    }
    put(name, note);
    try {
      await save();
    } catch (error) {
      // It would be saved with the next one.
      put(name, before);
      throw error;
    }
    this.seen.set(name, JSON.stringify(note));
  }
}

function noteOf(name: string): unknown {
  return (Office.context.document.settings.get(name) as unknown) ?? null;
}

function put(name: string, note: unknown): void {
  const { settings } = Office.context.document;
  if (note === null) settings.remove(name);
  else settings.set(name, note);
}

/** Where Office cannot, what is in memory is as much as is known. */
function readAgain(): Promise<void> {
  return new Promise((resolve) => Office.context.document.settings.refreshAsync(() => resolve()));
}

function save(): Promise<void> {
  return new Promise((resolve, reject) => {
    Office.context.document.settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(notKept(result.error));
    });
  });
}
