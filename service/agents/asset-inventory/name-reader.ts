import { isSeveralWords, loneText, nameForm, type NameForms } from '../../sheet-rows/heading-row.ts';
import { otherRowKind, type OtherRow } from '../../sheet-rows/other-row.ts';
import type { AgentInput, SheetRecord } from '../agent.ts';
import { headersOf, nameColumn } from './record-reading.ts';

/** Sees how the things of a sheet are called, and which rows are no records of it. In a list of names only, all are. */
export class NameReader {
  private readonly column: number | null;
  private readonly isList: boolean;
  private readonly otherRow: ReturnType<typeof otherRowKind>;
  private readonly forms: NameForms = { described: 0, ofSeveralWords: 0, alone: 0 };
  private readonly alone: number[] = [];
  private rows = 0;

  constructor(input: AgentInput) {
    this.column = nameColumn(input);
    this.isList = input.facts.columns.length === 1;
    this.otherRow = otherRowKind(headersOf(input));
  }

  read({ cells }: SheetRecord): void {
    const row = this.rows++;
    if (this.column === null || this.isList) return;
    const isOfSeveralWords = nameForm(cells, this.column);
    if (isOfSeveralWords !== null) {
      this.forms.described += 1;
      if (isOfSeveralWords) this.forms.ofSeveralWords += 1;
    } else if (this.isAlone(cells) && this.otherRow(cells) === null) {
      this.forms.alone += 1;
      this.alone.push(row);
    }
  }

  part(): { forms: NameForms; alone: Uint32Array } {
    return { forms: this.forms, alone: Uint32Array.from(this.alone) };
  }

  /**
   * What a row is that is known by nothing; null of a record that only lacks a name.
   *
   * @param hasHeadings a name of several words alone in its row is a heading in this sheet
   */
  kindOf({ cells }: SheetRecord, hasHeadings: boolean): OtherRow | null {
    const other = this.otherRow(cells);
    if (other !== null) return other;
    return this.isBesideNames(cells) || (hasHeadings && this.isAlone(cells)) ? 'heading' : null;
  }

  /** One cell, the name, and that several words. */
  private isAlone(cells: SheetRecord['cells']): boolean {
    if (this.isList) return false;
    const lone = loneText(cells);
    return lone !== null && lone.column === this.column && isSeveralWords(lone.text);
  }

  /** One text in the first column, where another one names the things. */
  private isBesideNames(cells: SheetRecord['cells']): boolean {
    return this.column !== null && this.column > 0 && loneText(cells)?.column === 0;
  }
}
