import { createContext, useContext } from 'react';
import { splitAddress } from '#shared/cell-address.ts';
import type { AssetSourceView, CellPlaceView } from '#shared/schemas/asset.schema.ts';
import { cellPlaceText } from '../parts/cell-place.ts';
import { ViewLink } from '../parts/ViewLink.tsx';
import type { Tenant } from '../session/session-context.ts';
import { addressOf, noFilter, useView } from '../shell/location.ts';

/** The imports whose raw records can be opened. */
export const KnownSources = createContext<{ tenant: Tenant; sources: readonly AssetSourceView[] } | null>(null);

/** `J5`, which opens the raw record it stands in; the file and its sheet are said above. */
export function CellLink({ cell }: { cell: CellPlaceView }) {
  const view = useView();
  const known = useContext(KnownSources);
  const flow = known?.sources.find(({ data_import_id: id }) => id === cell.data_import_id)?.flow_id ?? null;
  const text = cell.address === null ? cellPlaceText(cell) : splitAddress(cell.address).cells;
  if (known === null || flow === null) return <bdi>{text}</bdi>;
  const { clientAccountId: flowClient, engagementId: flowEngagement } = known.tenant;
  const opened = { flow, flowClient, flowEngagement, tab: 'records', item: String(cell.row_number) };
  return (
    <ViewLink address={addressOf(view, { ...noFilter, page: 'flows', ...opened })}>
      <bdi>{text}</bdi>
    </ViewLink>
  );
}
