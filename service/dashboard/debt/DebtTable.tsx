import { makeStyles, tokens } from '@fluentui/react-components';
import { countOf } from '#shared/format.ts';
import type { AssessmentView, ProductStandingView } from '#shared/schemas/assessment.schema.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { formatWord } from '../parts/format.ts';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { useListAnnounced } from '../parts/use-list-announced.ts';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import type { Tenant } from '../session/session-context.ts';
import { useView } from '../shell/location.ts';
import { debtQueryOf, useAssessments, type DebtFilter } from './use-debt.ts';

const useStyles = makeStyles({
  lines: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  source: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Products and debts listed in a row; the panel has all. */
const LISTED_MAX = 3;

export function DebtTable({ tenant, filter, assessedAt }: { tenant: Tenant; filter: DebtFilter; assessedAt: string }) {
  const view = useView();
  const assessments = useAssessments(tenant, filter, assessedAt);
  useListAnnounced(debtQueryOf(filter), assessments, {
    none: 'No asset fits',
    count: (count) => countOf(count, 'asset'),
  });
  const nothing =
    Object.keys(debtQueryOf(filter)).length === 0 ? (
      <EmptyState title="No asset is assessed" detail="The inventory had no assets when they were last assessed." />
    ) : (
      <EmptyState title="No asset fits" detail="No assessed asset has what is chosen above; choose less of it." />
    );
  return (
    <ListState query={assessments} what="assessments" empty={nothing}>
      {(items) => (
        <VirtualTable
          label={`${countOf(items.length, 'asset')}${assessments.loadMore ? ' and more' : ''}`}
          columns={columns}
          items={items}
          keyOf={(item) => item.asset_id}
          isSelected={(item) => item.asset_id === view.item}
          loadMore={assessments.loadMore}
          isLoadingMore={assessments.isLoadingMore}
        />
      )}
    </ListState>
  );
}

const columns: readonly TableColumn<AssessmentView>[] = [
  {
    key: 'asset',
    header: 'Asset',
    track: 'minmax(9rem, 1fr)',
    cell: (item) => (
      <OpenItem item={item.asset_id}>
        <bdi>{item.asset_name}</bdi>
      </OpenItem>
    ),
  },
  { key: 'class', header: 'Class', track: '7.5rem', isOptional: true, cell: (item) => formatWord(item.asset_class) },
  {
    key: 'support',
    header: 'Support',
    track: 'minmax(13rem, 2fr)',
    narrowTrack: 'minmax(11rem, 2fr)',
    cell: (item) => <Products products={item.products} />,
  },
  {
    key: 'debts',
    header: 'Debt',
    track: 'minmax(10rem, 1.2fr)',
    cell: (item) => <Debts debts={item.debts} />,
  },
  {
    key: 'treatment',
    header: 'Treatment',
    track: '8.5rem',
    cell: (item) => formatWord(item.treatment ?? item.treatment_state),
  },
];

function Products({ products }: { products: readonly ProductStandingView[] }) {
  const styles = useStyles();
  if (products.length === 0) return <span className={styles.quiet}>Nothing said</span>;
  return (
    <div className={styles.lines}>
      {products.slice(0, LISTED_MAX).map((product, at) => (
        <span key={at}>
          <bdi>{product.product}</bdi> <span className={styles.quiet}>{standingOf(product)}</span>
          <Source product={product} />
        </span>
      ))}
      {products.length > LISTED_MAX && <span className={styles.quiet}>{products.length - LISTED_MAX} more</span>}
    </div>
  );
}

/** Who says so; of several releases the first one's source. */
function Source({ product }: { product: ProductStandingView }) {
  const styles = useStyles();
  const source = product.releases[0]?.source;
  return source ? <span className={styles.source}>{source}</span> : null;
}

/** `ended 2020-01-14`, `until 2029-01-09 (weak source)`, `service pack missing`, `no date known`. */
export function standingOf({ state, until, extended_until: extended, missing, releases }: ProductStandingView): string {
  const weak = releases.some((release) => release.is_weak) ? ' (weak source)' : '';
  if (state === 'not_enough_data') return `not enough data: ${missing ?? 'exact release'}`;
  if (state === 'no_data') return 'no date known';
  if (state === 'extended_support_only')
    return `ended ${until}; extended support ${extended === null ? 'for some of its releases' : `until ${extended}`}${weak}`;
  return `${state === 'end_of_life' ? 'ended' : 'until'} ${until ?? extended}${weak}`;
}

function Debts({ debts }: { debts: AssessmentView['debts'] }) {
  const styles = useStyles();
  if (debts.length === 0) return <span className={styles.quiet}>None found</span>;
  return (
    <div className={styles.lines}>
      {debts.slice(0, LISTED_MAX).map((debt, at) => (
        <StatusBadge key={at} status={debt.severity} word={formatWord(debt.kind)} />
      ))}
      {debts.length > LISTED_MAX && <span className={styles.quiet}>{debts.length - LISTED_MAX} more</span>}
    </div>
  );
}
