import { countOf } from '#shared/format.ts';
import { wordOf } from '#shared/field-label.ts';
import { edgeStateWords, relationWords } from '#shared/graph-words.ts';
import type { DependencyView } from '#shared/schemas/graph.schema.ts';
import type { EdgeState } from '#shared/statuses.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { FieldName } from '#shared/pages/FieldName.tsx';
import { ListState } from '../parts/ListState.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { VirtualTable, type TableColumn } from '../parts/VirtualTable.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, useView, type View } from '../shell/location.ts';
import { nothingOf } from './nothing-words.ts';
import { useEdges } from './use-graph.ts';

/** Every dependency with the cell that says so; its assets lead to the picture around them. */
export function EdgeList({ tenant, state }: { tenant: Tenant; state: EdgeState | null }) {
  const view = useView();
  const edges = useEdges(tenant, state);
  return (
    <ListState
      query={edges}
      what="dependencies"
      empty={<EmptyState title="No dependencies" detail={nothingOf[state ?? 'all']} />}
    >
      {(items) => (
        <VirtualTable
          label={`${countOf(items.length, 'dependency', 'dependencies')}${edges.loadMore ? ' and more' : ''}`}
          columns={columnsIn(view, state === null)}
          items={items}
          keyOf={(edge) => edge.edge_id}
          loadMore={edges.loadMore}
          isLoadingMore={edges.isLoadingMore}
        />
      )}
    </ListState>
  );
}

function columnsIn(view: View, hasState: boolean): readonly TableColumn<DependencyView>[] {
  const focusOn = (node: string, name: string) => (
    <ViewLink address={addressOf(view, { item: node, tab: null })}>
      <bdi>{name}</bdi>
    </ViewLink>
  );
  const state: TableColumn<DependencyView> = {
    key: 'state',
    header: 'State',
    track: '9rem',
    cell: (edge) => wordOf(edgeStateWords, edge.state),
  };
  return [
    {
      key: 'from',
      header: 'Asset',
      track: 'minmax(8rem, 1.2fr)',
      cell: (edge) => focusOn(edge.from_asset_id, edge.from_name),
    },
    { key: 'relation', header: 'Relation', track: '8rem', cell: (edge) => wordOf(relationWords, edge.relation) },
    {
      key: 'to',
      header: 'To',
      track: 'minmax(8rem, 1.2fr)',
      cell: (edge) => focusOn(edge.to_node, edge.to_name),
    },
    ...(hasState ? [state] : []),
    { key: 'field', header: 'Field', track: '9rem', isOptional: true, cell: (edge) => <FieldName name={edge.field} /> },
    {
      key: 'cell',
      header: 'Said in',
      track: 'minmax(9rem, 1fr)',
      isOptional: true,
      cell: (edge) => <bdi>{`${edge.filename ?? ''} ${edge.address ?? `record ${edge.row_number}`}`}</bdi>,
    },
  ];
}
