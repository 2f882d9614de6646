import { countOf } from '#shared/format.ts';
import type { DebtKind } from '#shared/statuses.ts';
import { bySeverity } from '#shared/worst-first.ts';
import { isWhereItRuns } from '../../tech-debt/hypervisor-host.ts';
import type { AssetAssessment, Debt, EvidenceValue } from '../../tech-debt/assessment.ts';
import { isExtendedFree } from '../../tech-debt/lifecycle-row.ts';
import { CELLS_DISAGREE } from '../../tech-debt/support-lookup.ts';
import type { AgentFinding, ImportFacts } from '../agent.ts';
import type { AssetExtract } from '../agent-ports.ts';
import { addTally, countOne, FindingTally, type Tally } from '../finding-tally.ts';
import { addressesIn, listedText, type AddressOf, type ListedCell } from '../listed-findings.ts';

/** Groups of findings; a sheet that names more products than this has its further ones counted together. */
const GROUPS_MAX = 1_000;

/** What is said of some assets: `sentence` of so many. */
type DebtAbout = Pick<AgentFinding, 'severity' | 'code' | 'columnIndex'> & { sentence: string };

export type DebtGroup = DebtAbout & Tally<ListedCell>;

/** What burdens the assets this import speaks of, by kind, product and column, with the cells that say so. */
export class DebtFindings {
  private readonly facts: ImportFacts;
  private readonly addressOf: AddressOf;
  private readonly groups = new FindingTally<DebtAbout, ListedCell>(({ severity, code, sentence, columnIndex }) =>
    JSON.stringify([severity, code, sentence, columnIndex]),
  );

  /** Groups that have the asset at hand: several of its products may be in one. */
  private readonly countedFor = new Set<DebtGroup>();

  constructor(facts: ImportFacts) {
    this.facts = facts;
    this.addressOf = addressesIn(facts);
  }

  /** Assets of other imports alone have no cell here, and are left to the list of assessments. */
  add(asset: AssetExtract, assessment: AssetAssessment): void {
    this.countedFor.clear();
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
          sentence: `${product.product}: ${undecidedWords(product)}`,
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
    for (const group of groups) addTally(this.groupOf(group), group);
  }

  /** In the order they were found. */
  plain(): DebtGroup[] {
    return this.groups.all();
  }

  /** Errors first, then the most frequent. */
  findings(): AgentFinding[] {
    return this.groups
      .all()
      .sort((a, b) => bySeverity(a, b) || b.count - a.count || (a.sentence < b.sentence ? -1 : 1))
      .map(({ sentence, ...group }) => ({ ...group, message: `${sentence} (${countOf(group.count, 'asset')}).` }));
  }

  private found(asset: AssetExtract, values: readonly EvidenceValue[], what: Omit<DebtAbout, 'columnIndex'>): void {
    const value = values.find((one) => one.data_import_id === this.facts.dataImportId);
    const rowNumber = value?.row_number ?? (values.length === 0 ? this.rowOf(asset) : null);
    if (rowNumber === null) return;
    const columnIndex = value?.column_index ?? null;
    const group = this.groupOf({ ...what, columnIndex });
    if (this.countedFor.has(group)) return;
    this.countedFor.add(group);
    if (!countOne(group)) return;
    group.cells.push({
      rowNumber,
      address: this.addressOf(rowNumber, columnIndex),
      value: listedText(value?.raw ?? asset.name),
    });
  }

  private rowOf(asset: AssetExtract): number | null {
    const source = asset.sources.find((one) => one.data_import_id === this.facts.dataImportId);
    return source?.row_numbers[0] ?? null;
  }

  private groupOf({ severity, code, columnIndex, ...what }: DebtAbout): DebtGroup {
    const sentence = this.groups.size < GROUPS_MAX ? what.sentence : 'Further products';
    return this.groups.open({ severity, code, sentence, columnIndex });
  }
}

function undecidedWords({ field, missing }: AssetAssessment['products'][number]): string {
  if (missing !== CELLS_DISAGREE) return `not enough data for an end of support; missing: ${missing ?? 'release'}`;
  const cells = field === 'operating_system' ? 'the operating system columns' : 'the cells';
  return `${cells} disagree, so no support date is given`;
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
