import { makeStyles, tokens } from '@fluentui/react-components';
import { sentence } from '#shared/field-label.ts';
import { formatNumber } from '#shared/format.ts';
import type { AssetDetail, AssetSourceView } from '#shared/schemas/asset.schema.ts';
import { MoreButton } from '../parts/MoreButton.tsx';
import { PanelSection } from '../parts/PanelSection.tsx';
import { recordsText } from '#shared/records-text.ts';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import type { Tenant } from '../session/session-context.ts';
import { useAssetRecords, useAssetSources } from './use-asset-lists.ts';

const useStyles = makeStyles({
  source: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** The imports that speak of an asset and the records in which they do: the first at once, the others on request. */
export function AssetSources({ tenant, asset }: { tenant: Tenant; asset: AssetDetail }) {
  const sources = useAssetSources(tenant, asset);
  return (
    <PanelSection title={`Sources (${formatNumber(asset.source_count)})`}>
      {sources.items.map((source, at) => (
        <Source key={at} tenant={tenant} assetId={asset.asset_id} source={source} />
      ))}
      <MoreButton rest={sources} what="imports" />
    </PanelSection>
  );
}

interface SourceProps {
  tenant: Tenant;
  assetId: string;
  source: AssetSourceView;
}

function Source({ tenant, assetId, source }: SourceProps) {
  const styles = useStyles();
  const records = useAssetRecords(tenant, assetId, source);
  const rows = records.items.map(({ row_number: row }) => row);
  return (
    <div className={styles.source}>
      <span>
        <bdi>{source.filename ?? 'An import that is gone'}</bdi>
        {source.sheet_name === null ? '' : ` · ${source.sheet_name}`}
      </span>
      <span className={styles.quiet}>
        {sentence(recordsText(rows, { headerRow: source.header_row, namedMax: rows.length }))} · imported{' '}
        <RelativeTime iso={source.imported_at} />
        {source.decided_by !== null && ` · decided by ${source.decided_by}`}
      </span>
      <MoreButton rest={records} what="records" />
    </div>
  );
}
