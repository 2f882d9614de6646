import { makeStyles, tokens } from '@fluentui/react-components';
import { classRuleWords } from '#shared/class-rule-words.ts';
import type { AssetDetail } from '#shared/schemas/asset.schema.ts';
import { Facts } from '../parts/Facts.tsx';
import { formatWord } from '../parts/format.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { PanelSection } from '../parts/PanelSection.tsx';
import { recordsText } from '../parts/records-text.ts';
import { RelativeTime } from '../parts/RelativeTime.tsx';
import { ShortId } from '../parts/ShortId.tsx';
import { SidePanel } from '../parts/SidePanel.tsx';
import type { Tenant } from '../session/session-context.ts';
import { keyWord } from '../conflicts/side-words.ts';
import { TracedFields } from './TracedFields.tsx';
import { useAsset } from './use-assets.ts';

/** Records of a source that are named; more are counted. */
const RECORDS_NAMED_MAX = 20;

const useStyles = makeStyles({
  key: { display: 'block' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** One asset: every value with its cell, its parts, and the imports that speak of it. */
export function AssetPanel({ tenant, assetId, close }: { tenant: Tenant; assetId: string; close: () => void }) {
  const asset = useAsset(tenant, assetId);
  return (
    <SidePanel title={asset.data?.name ?? 'Asset'} close={close}>
      <Loaded query={asset} what="the asset">
        {(known) => <Known asset={known} />}
      </Loaded>
    </SidePanel>
  );
}

function Known({ asset }: { asset: AssetDetail }) {
  const styles = useStyles();
  return (
    <>
      <Facts
        facts={[
          ['Class', formatWord(asset.asset_class)],
          ['Class by', classRuleWords(asset.class_rule)],
          ['Known by', asset.keys.map((key) => <Key key={key} identification={key} />)],
          ['Last imported', <RelativeTime key="imported" iso={asset.updated_at} />],
          ['Id', <ShortId key="id" id={asset.asset_id} what="asset" />],
        ]}
      />
      <PanelSection title="Values">
        <TracedFields fields={asset.values} />
      </PanelSection>
      {asset.components.length > 0 && (
        <PanelSection title={`Parts (${asset.components.length})`}>
          {asset.components.map((part) => (
            <details key={`${part.kind} ${part.label}`}>
              <summary>
                {formatWord(part.kind)} <bdi>{part.label}</bdi>
              </summary>
              <TracedFields fields={part.values} />
            </details>
          ))}
        </PanelSection>
      )}
      <PanelSection title={`Sources (${asset.sources.length})`}>
        {asset.sources.map((source) => (
          <div key={`${source.data_import_id} ${source.row_numbers[0] ?? ''}`}>
            <bdi>{source.filename ?? 'An import that is gone'}</bdi>
            {source.sheet_name === null ? '' : ` · ${source.sheet_name}`}
            <div className={styles.quiet}>
              {recordsText(source.row_numbers, RECORDS_NAMED_MAX)} · imported <RelativeTime iso={source.imported_at} />
              {source.decided_by !== null && ` · decided by ${source.decided_by}`}
            </div>
          </div>
        ))}
      </PanelSection>
    </>
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
