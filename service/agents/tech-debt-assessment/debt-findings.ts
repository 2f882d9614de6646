import { cellAddress, sheetOrigin, type SheetOrigin } from '#shared/cell-address.ts';
import type { FindingCode } from '#shared/finding-words.ts';
import { countOf } from '#shared/format.ts';
import { FINDING_CELLS_LISTED_MAX } from '#shared/limits.ts';
import type { DebtKind, FindingSeverity } from '#shared/statuses.ts';
import { bySeverity } from '#shared/worst-first.ts';
import { isWhereItRuns } from '../../tech-debt/hypervisor-host.ts';
import type { AssetAssessment, Debt, EvidenceValue } from '../../tech-debt/assessment.ts';
import { isExtendedFree } from '../../tech-debt/lifecycle-row.ts';
import type { AgentFinding, ImportFacts } from '../agent.ts';
import type { AssetExtract } from '../agent-ports.ts';
import { listedText } from '../listed-findings.ts';

/** Groups of findings; a sheet that names more products than this has its further ones counted together. */
const GROUPS_MAX = 1_000;

/** What is said of some assets, counted; plain data. */
export interface DebtGroup {
  severity: FindingSeverity;
  code: FindingCode;
  /** What is said of so many assets. */
  sentence: string;
  columnIndex: number | null;
  count: number;
  cells: AgentFinding['cells'];
}

/** What burdens the assets this import speaks of, by kind, product and column, with the cells that say so. */
export class DebtFindings {
  private readonly facts: ImportFacts;
  private readonly origin: SheetOrigin | null;
  private readonly groups = new Map<string, DebtGroup>();

  constructor(facts: ImportFacts) {
    this.facts = facts;
    this.origin = sheetOrigin({ sheet_name: facts.sheetName, range: facts.range, header_row: facts.headerRow });
  }

  /** Assets of other imports alone have no cell here, and are left to the list of assessments. */
  add(asset: AssetExtract, assessment: AssetAssessment): void {
    for (const debt of assessment.debts) {
      const words = wordsOf(debt);
      const sentence = debt.product === null ? words : `${debt.product}: ${words}`;
      this.found(asset, debt.values, { severity: debt.severity, code: debt.kind, sentence });
    }
    for (const product of assessment.products) {
      const isEnded = product.state === 'end_of_life' || product.state === 'extended_support_only';
      if (isEnded && isWhereItRuns(asset, product))
        this.found(asset, product.values, {
          severity: 'info',
          code: 'end_of_life',
          sentence: `${product.product}, which they run on: ${product.state === 'end_of_life' ? WORDS.end_of_life : PAID_ONLY}`,
        });
      if (product.state === 'not_enough_data')
        this.found(asset, product.values, {
          severity: 'info',
          code: 'support_not_decided',
          sentence: `${product.product}: not enough data for an end of support; missing: ${product.missing ?? 'release'}`,
        });
      if (product.state === 'no_data')
        this.found(asset, product.values, {
          severity: 'info',
          code: 'no_lifecycle_data',
          sentence: 'No end of support is known for what the cells name, so nothing is said of it',
        });
    }
  }

  addAll(groups: readonly DebtGroup[]): void {
    for (const { columnIndex, count, cells, ...what } of groups) {
      const group = this.groupOf(what, columnIndex);
      group.count += count;
      group.cells.push(...cells.slice(0, FINDING_CELLS_LISTED_MAX - group.cells.length));
    }
  }

  /** In the order they were found. */
  plain(): DebtGroup[] {
    return [...this.groups.values()];
  }

  /** Errors first, then the most frequent. */
  findings(): AgentFinding[] {
    return [...this.groups.values()]
      .sort((a, b) => bySeverity(a, b) || b.count - a.count || (a.sentence < b.sentence ? -1 : 1))
      .map(({ sentence, ...group }) => ({ ...group, message: `${sentence} (${countOf(group.count, 'asset')}).` }));
  }

  private found(
    asset: AssetExtract,
    values: readonly EvidenceValue[],
    what: { severity: FindingSeverity; code: FindingCode; sentence: string },
  ): void {
    const value = values.find((one) => one.data_import_id === this.facts.dataImportId);
    const rowNumber = value?.row_number ?? (values.length === 0 ? this.rowOf(asset) : null);
    if (rowNumber === null) return;
    const columnIndex = value?.column_index ?? null;
    const group = this.groupOf(what, columnIndex);
    group.count += 1;
    if (group.cells.length >= FINDING_CELLS_LISTED_MAX) return;
    group.cells.push({
      rowNumber,
      address: this.origin === null ? null : cellAddress(this.origin, rowNumber, columnIndex ?? 0),
      value: listedText(value?.raw ?? asset.name),
    });
  }

  private rowOf(asset: AssetExtract): number | null {
    const source = asset.sources.find((one) => one.data_import_id === this.facts.dataImportId);
    return source?.row_numbers[0] ?? null;
  }

  private groupOf(
    what: { severity: FindingSeverity; code: FindingCode; sentence: string },
    columnIndex: number | null,
  ): DebtGroup {
    const isFull = this.groups.size >= GROUPS_MAX;
    const sentence = isFull ? 'Further products' : what.sentence;
    const key = JSON.stringify([what.severity, what.code, sentence, columnIndex]);
    let group = this.groups.get(key);
    if (group === undefined) {
      group = { severity: what.severity, code: what.code, sentence, columnIndex, count: 0, cells: [] };
      this.groups.set(key, group);
    }
    return group;
  }
}

const PAID_ONLY = 'security updates only with extended support, which has to be bought';

const FREE = 'security updates have ended but for those of free long-term support';

function wordsOf({ kind, severity, releases }: Debt): string {
  if (kind !== 'end_of_life' || severity !== 'warning') return WORDS[kind];
  return isExtendedFree(releases) ? FREE : PAID_ONLY;
}

const WORDS: Readonly<Record<DebtKind, string>> = {
  end_of_life: 'security updates have ended',
  end_of_support_soon: 'security updates end within a year',
  declared_end_of_support: 'The sheet says that support or use has ended',
  size_outlier: 'The size or its use stands far outside the class of the asset',
  missing_owner: 'No business or technical owner is named',
  single_point_of_failure:
    'An asset on which many others lean has no cluster or backup in use that is known to stand in for it',
  old_hardware: 'The hardware is more than five years old',
  warranty_expired: 'The warranty has ended',
};
