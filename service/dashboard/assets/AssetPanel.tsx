import { makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { classRuleWords } from '#shared/class-rule-words.ts';
import type { AssetDetail } from '#shared/schemas/asset.schema.ts';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PanelSection } from '../parts/PanelSection.tsx';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { ShortId } from '../parts/ShortId.tsx';
import { SidePanel } from '../parts/SidePanel.tsx';
import type { Tenant } from '../session/session-context.ts';
import { keyWord } from '../conflicts/side-words.ts';
import { AssetParts } from './AssetParts.tsx';
import { AssetSources } from './AssetSources.tsx';
import { KnownSources } from './CellLink.tsx';
import { NamesakeHint } from './NamesakeHint.tsx';
import { TracedFields } from './TracedFields.tsx';
import { useAsset } from './use-assets.ts';

const useStyles = makeStyles({
  key: { display: 'block' },
});

/** One asset: every value with its cell, its parts, and the imports that speak of it. */
export function AssetPanel({ tenant, assetId, close }: { tenant: Tenant; assetId: string; close: () => void }) {
  const asset = useAsset(tenant, assetId);
  return (
    <SidePanel title={asset.data?.name ?? 'Asset'} close={close}>
      <Loaded query={asset} what="the asset">
        {(known) => <Known key={known.asset_id} tenant={tenant} asset={known} />}
      </Loaded>
    </SidePanel>
  );
}

function Known({ tenant, asset }: { tenant: Tenant; asset: AssetDetail }) {
  const known = useMemo(() => ({ tenant, sources: asset.sources }), [tenant, asset.sources]);
  return (
    <KnownSources value={known}>
      <Facts
        facts={[
          ['Class', formatWord(asset.asset_class)],
          ['Class by', classRuleWords(asset.class_rule)],
          ['Known by', asset.keys.map((key) => <Key key={key} identification={key} />)],
          ['Last imported', <RelativeTime key="imported" iso={asset.updated_at} />],
          ['Id', <ShortId key="id" id={asset.asset_id} what="asset" />],
        ]}
      />
      {asset.namesake !== null && <NamesakeHint namesake={asset.namesake} />}
      <PanelSection title="Values">
        <TracedFields fields={asset.values} changes={asset.last_changes} />
      </PanelSection>
      <AssetParts tenant={tenant} asset={asset} />
      <AssetSources tenant={tenant} asset={asset} />
    </KnownSources>
  );
}

/** `ip:10.0.0.1`, by which other imports find the asset. */
function Key({ identification }: { identification: string }) {
  const styles = useStyles();
  const colon = identification.indexOf(':');
  return (
    <span className={styles.key} title={identification}>
      {keyWord(identification.slice(0, colon))} <bdi>{identification.slice(colon + 1)}</bdi>
    </span>
  );
}
