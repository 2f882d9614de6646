import { cellText, isDateCell, isErrorCell, type Cell } from '#shared/schemas/cell.schema.ts';
import { FINDING_CELLS_LISTED_MAX } from '#shared/limits.ts';
import { isMultiValued, VALUE_SEPARATORS } from '../../profiling/multi-values.ts';
import { detect } from '../../profiling/value-detectors.ts';
import type { FindingCollector, FoundCell } from './finding-collector.ts';

/** What the header promises of a column, as far as it changes what is checked. */
export interface ColumnRole {
  columnIndex: number;
  /** The target field the header alone points at; null when it points at none. */
  field: string | null;
  isSecret: boolean;
}

/** Fields that name one asset: blank or repeated values there are errors. */
const IDENTIFYING = new Set(['asset_name', 'asset_id', 'serial_number', 'asset_tag', 'fqdn', 'hostname']);
/** Different values compared per column; beyond it repeats of new values are not looked for, and a finding says so. */
const COMPARED_MAX = 250_000;
/** Different texts whose verdict is kept per column. */
const KNOWN_MAX = 5_000;
/** A type in fewer cells than this share of a column stands out. */
const MINORITY = 0.2;

/** Control characters but tab and line ends; zero-width and direction marks, the byte order mark. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u200b-\u200f\u202a-\u202e\ufeff]/u;

type CellType = 'text' | 'number' | 'boolean' | 'date';

/** Checks one column cell by cell, in row order. */
export class ColumnChecks {
  private readonly role: ColumnRole;
  private readonly collector: FindingCollector;
  private readonly isIdentifying: boolean;
  private readonly seen = new Set<string>();
  private readonly known = new Map<string, readonly FindingCode[]>();
  private notCompared = 0;
  private filled = 0;
  private readonly byType = new Map<CellType, { count: number; cells: FoundCell[] }>();

  constructor(role: ColumnRole, collector: FindingCollector) {
    this.role = role;
    this.collector = collector;
    this.isIdentifying = role.field !== null && IDENTIFYING.has(role.field);
  }

  check(cell: Cell, rowNumber: number): void {
    const text = cellText(cell);
    if (text.trim() === '') {
      if (this.isIdentifying) this.found('missing_identifier', rowNumber, '');
      return;
    }
    this.filled += 1;
    if (this.role.isSecret) return this.found('secret_column', rowNumber, '(not shown)');
    if (isErrorCell(cell)) return this.found('error_cell', rowNumber, text);
    this.countType(cell, rowNumber, text);
    if (this.isIdentifying) this.compare(text, rowNumber);
    if (typeof cell === 'string') this.checkText(cell, rowNumber);
  }

  /** Reports what only the whole column shows. */
  finish(rows: number): void {
    if (this.filled === 0 && rows > 0)
      this.collector.addCounted('empty_column', this.role.columnIndex, { count: rows });
    if (this.notCompared > 0)
      this.collector.addCounted('duplicates_not_checked', this.role.columnIndex, { count: this.notCompared });
    const types = [...this.byType.values()].sort((a, b) => b.count - a.count);
    const minority = types.slice(1);
    const count = minority.reduce((sum, type) => sum + type.count, 0);
    if (count > 0 && count <= this.filled * MINORITY) {
      const cells = minority.flatMap((type) => type.cells).sort((a, b) => a.rowNumber - b.rowNumber);
      this.collector.addCounted('mixed_types', this.role.columnIndex, { count, cells });
    }
  }

  /** What is wrong with a text does not depend on its row: what repeats is looked at once. */
  private checkText(text: string, rowNumber: number): void {
    let codes = this.known.get(text);
    if (codes === undefined) {
      codes = codesOf(text, this.role.field);
      if (this.known.size < KNOWN_MAX) this.known.set(text, codes);
    }
    for (const code of codes) this.found(code, rowNumber, code === 'control_characters' ? JSON.stringify(text) : text);
  }

  private compare(text: string, rowNumber: number): void {
    const key = text.trim().toLowerCase();
    if (this.seen.has(key)) this.found('duplicate_identifier', rowNumber, text);
    else if (this.seen.size < COMPARED_MAX) this.seen.add(key);
    else this.notCompared += 1;
  }

  private countType(cell: Cell, rowNumber: number, text: string): void {
    const type: CellType = isDateCell(cell)
      ? 'date'
      : typeof cell === 'number'
        ? 'number'
        : typeof cell === 'boolean'
          ? 'boolean'
          : 'text';
    const known = this.byType.get(type) ?? { count: 0, cells: [] };
    known.count += 1;
    if (known.cells.length < FINDING_CELLS_LISTED_MAX) known.cells.push({ rowNumber, value: text });
    this.byType.set(type, known);
  }

  private found(code: FindingCode, rowNumber: number, value: string): void {
    this.collector.add(code, this.role.columnIndex, { rowNumber, value });
  }
}

type FindingCode = Parameters<FindingCollector['add']>[0];

function codesOf(text: string, field: string | null): readonly FindingCode[] {
  const recognised = detect(text);
  const codes: FindingCode[] = [];
  if (field === 'ip_address' && !['ipv4', 'ipv6', 'ip_list', 'network'].some((name) => recognised.includes(name)))
    codes.push('invalid_ip_address');
  if (field === 'mac_address' && !isMacList(text)) codes.push('invalid_mac_address');
  if (field === 'fqdn' && !recognised.includes('fqdn')) codes.push('invalid_fqdn');
  if (recognised.includes('date_text') && !recognised.includes('version')) codes.push('date_as_text');
  if (recognised.includes('email')) codes.push('personal_data');
  if (text !== text.trim()) codes.push('surrounding_spaces');
  if (VALUE_SEPARATORS.some((separator) => isMultiValued(text, separator))) codes.push('multiple_values');
  if (UNSEEN.test(text)) codes.push('control_characters');
  if (/^[=@]|^[+-][^\d\s.]/.test(text)) codes.push('formula_like_text');
  return codes.length === 0 ? NOTHING_WRONG : codes;
}

const NOTHING_WRONG: readonly FindingCode[] = [];

/** One MAC address or several; twelve digits without separators count where the header says what they are. */
function isMacList(text: string): boolean {
  const parts = text.split(/[,;|\s]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => detect(part).includes('mac') || /^[0-9a-f]{12}$/i.test(part));
}
