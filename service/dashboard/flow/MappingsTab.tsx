import { makeStyles, tokens } from '@fluentui/react-components';
import { columnStanding, isApproved, type ColumnStanding } from '#shared/pages/column-standing.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { countOf, formatConfidence } from '#shared/format.ts';
import { FieldName } from '#shared/pages/FieldName.tsx';
import { ListState } from '../parts/ListState.tsx';
import { OpenItem } from '../parts/OpenItem.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { headerText } from './header-text.ts';
import { MappingPanel } from './MappingPanel.tsx';
import { unsentWords } from './unsent-words.ts';
import { useMappings } from './use-flow-lists.ts';
import { whyText } from './why-text.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** Which column goes where and why; decided in the pane, shown here. */
export function MappingsTab({ tenant, flow }: { tenant: Tenant; flow: Flow }) {
  const view = useView();
  const mappings = useMappings(tenant, flow);
  const opened = mappings.data?.find((mapping) => mapping.id === view.item);
  return (
    <ListState
      query={mappings}
      what="mappings"
      empty={<EmptyState title="No mappings" detail="The import has no columns to map." />}
    >
      {(items) => (
        <>
          <VirtualTable
            label={countOf(items.length, 'mapping')}
            columns={columnsOf(isApproved(flow))}
            items={items}
            keyOf={(mapping) => mapping.id}
            isSelected={(mapping) => mapping === opened}
          />
          {opened && (
            <MappingPanel
              mapping={opened}
              isApproved={isApproved(flow)}
              close={() => go(addressOf(view, { item: null }), 'replace')}
            />
          )}
        </>
      )}
    </ListState>
  );
}

const columnsOf = (isApprovedFlow: boolean): readonly TableColumn<FieldMapping>[] => [
  {
    key: 'source',
    header: 'Column',
    track: 'minmax(9rem, 1.2fr)',
    narrowTrack: 'minmax(7rem, 1.2fr)',
    cell: (mapping) => (
      <OpenItem item={mapping.id}>
        <bdi>{headerText(mapping.source_field)}</bdi>
      </OpenItem>
    ),
  },
  {
    key: 'target',
    header: 'Target field',
    track: 'minmax(8rem, 1fr)',
    narrowTrack: 'minmax(7rem, 1fr)',
    cell: (mapping) => <Target mapping={mapping} standing={columnStanding(mapping, { isApproved: isApprovedFlow })} />,
  },
  {
    key: 'confidence',
    header: 'Confidence',
    track: '5.5rem',
    isNumber: true,
    cell: (mapping) => (mapping.target_field === null ? '–' : formatConfidence(mapping.confidence_score)),
  },
  {
    key: 'status',
    header: 'Status',
    track: '7.5rem',
    cell: (mapping) => <StatusBadge status={columnStanding(mapping, { isApproved: isApprovedFlow })} />,
  },
  {
    key: 'who',
    header: 'Decided by',
    track: 'minmax(7rem, 0.8fr)',
    isOptional: true,
    cell: (mapping) => mapping.decided_by ?? '–',
  },
  { key: 'why', header: 'Why', track: 'minmax(9rem, 2fr)', cell: (mapping) => <Why mapping={mapping} /> },
];

function Target({ mapping, standing }: { mapping: FieldMapping; standing: ColumnStanding }) {
  const styles = useStyles();
  if (mapping.target_field === null || standing === 'left_out') return <span className={styles.quiet}>–</span>;
  return <FieldName name={mapping.target_field} />;
}

function Why({ mapping }: { mapping: FieldMapping }) {
  const styles = useStyles();
  const words = [unsentWords(mapping), whyText(mapping.reasons)].filter((part) => part !== '').join(' ');
  return (
    <div className={styles.line} title={words}>
      {words}
    </div>
  );
}
