import { cellText, isAmountCell, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { FINDING_CELLS_LISTED_MAX } from '#shared/limits.ts';
import { uniqueFields } from '#shared/key-fields.ts';
import type { Recognition } from '../../profiling/recognition.ts';
import { cleanse } from '../../cleansing/cleanse.ts';
import { isExcelErrorText, isFirmwareStandIn, isPlaceholder } from '../../cleansing/placeholders.ts';
import { folded } from '../../cleansing/plain-text.ts';
import type { Found, FindingCollector } from './finding-collector.ts';
import type { ValidationCode } from './finding-rules.ts';
import { RepeatSearch, type RepeatPart } from './repeat-search.ts';

/** What the header promises of a column, as far as it changes what is checked. */
export interface ColumnRole {
  columnIndex: number;
  /** The target field the header alone points at; null when it points at none. */
  field: string | null;
  isSecret: boolean;
}

export const isIdentifying = ({ field }: ColumnRole): boolean => field !== null && uniqueFields.has(field);

/** Where a word for nothing (`n/a`) is neither a wrong value nor one that repeats. */
const isChecked = (role: ColumnRole): boolean =>
  isIdentifying(role) || role.field === 'ip_address' || role.field === 'mac_address';

/** Cells of one type and the first rows they stand in. */
export interface TypeRows {
  count: number;
  rows: number[];
}

/** What only the whole column shows, of one range of rows; plain data. */
export interface ColumnPart {
  filled: number;
  /** Texts, numbers, booleans, dates. */
  types: TypeRows[];
  /** Null where values may repeat. */
  repeats: RepeatPart | null;
}

/** Which identifying columns say something in a row, and which do not. */
export interface RowIdentity {
  rowNumber: number;
  isNamed: boolean;
  blanks: { checks: ColumnChecks; text: string }[];
}

/** Checks one column cell by cell, in row order. */
export class ColumnChecks {
  private readonly role: ColumnRole;
  private readonly collector: FindingCollector;
  private readonly repeats: RepeatSearch | null;
  private filled = 0;
  private readonly types = Array.from({ length: 4 }, (): TypeRows => ({ count: 0, rows: [] }));
  /** Where cells go whose texts look alike, by the id of their recognition. */
  private readonly findingsByLooks: (readonly Found[] | undefined)[] = [];

  /** @param rowsCompared rows in which an identifying column is searched for repeats */
  constructor(role: ColumnRole, collector: FindingCollector, rowsCompared: number) {
    this.role = role;
    this.collector = collector;
    this.repeats = isIdentifying(role) ? new RepeatSearch(rowsCompared) : null;
  }

  /**
   * @param recognition what the cell's text looks like; null when it is blank
   * @param row what the other columns say of the row's identity
   */
  check(cell: Cell, recognition: Recognition | null, row: RowIdentity): void {
    const { rowNumber } = row;
    if (recognition === null) {
      if (this.repeats !== null) row.blanks.push({ checks: this, text: '' });
      return;
    }
    this.filled += 1;
    if (this.role.isSecret) return this.found('secret_column', rowNumber, '');
    if (isErrorCell(cell)) return this.found('error_cell', rowNumber, cell.code);
    this.countType(cell, rowNumber);
    if (typeof cell === 'string') {
      if (isExcelErrorText(cell)) return this.found('error_cell', rowNumber, cell);
      if (this.saysNothing(cell)) return this.checkNothing(cell, row);
    }
    if (this.repeats !== null) {
      row.isNamed = true;
      this.repeats.add(cellText(cell), rowNumber);
    }
    if (typeof cell === 'string') this.checkText(cell, rowNumber, recognition);
  }

  /** A cell of a row that is no asset: nothing is expected of it. */
  skip(recognition: Recognition | null): void {
    if (recognition !== null) this.filled += 1;
  }

  part(): ColumnPart {
    return { filled: this.filled, types: this.types, repeats: this.repeats?.part() ?? null };
  }

  private saysNothing(text: string): boolean {
    if (!isChecked(this.role)) return false;
    const trimmed = text.trim();
    return isPlaceholder(trimmed, this.role.field ?? '') || isFirmwareStandIn(folded(trimmed));
  }

  private checkNothing(text: string, { blanks }: RowIdentity): void {
    if (this.repeats !== null) blanks.push({ checks: this, text });
  }

  /** What is wrong with a text follows from its looks, but for addresses that look like none. */
  private checkText(text: string, rowNumber: number, recognition: Recognition): void {
    const wrong = wrongAddress(this.role.field, text, recognition);
    if (wrong !== null) this.found(wrong, rowNumber, text);
    const findings = (this.findingsByLooks[recognition.id] ??= codesOf(recognition).map((code) =>
      this.collector.open(code, this.role.columnIndex),
    ));
    for (const found of findings) this.collector.add(found, rowNumber, text);
  }

  private countType(cell: Cell, rowNumber: number): void {
    const type = this.types[typeOf(cell)];
    if (type === undefined) return;
    type.count += 1;
    if (type.rows.length < FINDING_CELLS_LISTED_MAX) type.rows.push(rowNumber);
  }

  /** Of a row whose columns have all been checked. */
  static checkIdentity({ rowNumber, isNamed, blanks }: RowIdentity): void {
    const code = isNamed ? 'blank_identifier' : 'missing_identifier';
    for (const { checks, text } of blanks) checks.found(code, rowNumber, text);
  }

  private found(code: ValidationCode, rowNumber: number, text: string): void {
    this.collector.add(this.collector.open(code, this.role.columnIndex), rowNumber, text);
  }
}

function typeOf(cell: Cell): number {
  if (typeof cell === 'string') return 0;
  if (typeof cell === 'number' || isAmountCell(cell)) return 1;
  return isDateCell(cell) ? 3 : 2;
}

function codesOf({ names, separators, oddities }: Recognition): ValidationCode[] {
  const codes: ValidationCode[] = [];
  if (names.includes('date_text') && !names.includes('version')) codes.push('date_as_text');
  if (names.includes('email')) codes.push('personal_data');
  if (oddities.includes('surrounding_spaces')) codes.push('surrounding_spaces');
  if (separators.length > 0) codes.push('multiple_values');
  if (oddities.includes('unseen_characters')) codes.push('control_characters');
  if (oddities.includes('damaged_characters')) codes.push('damaged_characters');
  if (oddities.includes('formula_like')) codes.push('formula_like_text');
  return codes;
}

/** Fields whose texts are read as cleansing will read them, unless they look right already. */
const ADDRESSES: Readonly<Partial<Record<string, { looks: readonly string[]; code: ValidationCode }>>> = {
  ip_address: { looks: ['ipv4', 'ipv6', 'ip_list', 'network'], code: 'invalid_ip_address' },
  mac_address: { looks: ['mac', 'mac_digits'], code: 'invalid_mac_address' },
  fqdn: { looks: ['fqdn'], code: 'invalid_fqdn' },
};

/** The finding about an address that cannot be read, or not in whole. */
function wrongAddress(field: string | null, text: string, { names }: Recognition): ValidationCode | null {
  const address = ADDRESSES[field ?? ''];
  if (field === null || address === undefined || names.some((name) => address.looks.includes(name))) return null;
  const { value, rule } = cleanse(field, text, {});
  return value === null || rule.endsWith('-partly') ? address.code : null;
}
