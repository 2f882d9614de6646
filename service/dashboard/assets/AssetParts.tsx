import { useState } from 'react';
import type { AssetComponentView, AssetDetail } from '#shared/schemas/asset.schema.ts';
import { formatNumber } from '#shared/format.ts';
import { formatWord } from '../parts/format.ts';
import { MoreButton } from '../parts/MoreButton.tsx';
import { PanelSection } from '../parts/PanelSection.tsx';
import type { Tenant } from '../session/session-context.ts';
import { TracedFields } from './TracedFields.tsx';
import { useAssetParts } from './use-asset-lists.ts';

/** The disks and adapters of an asset: the first at once, the others on request. */
export function AssetParts({ tenant, asset }: { tenant: Tenant; asset: AssetDetail }) {
  const parts = useAssetParts(tenant, asset);
  if (asset.component_count === 0) return null;
  return (
    <PanelSection title={`Parts (${formatNumber(asset.component_count)})`}>
      {parts.items.map((part, at) => (
        <Part key={at} part={part} />
      ))}
      <MoreButton rest={parts} what="parts" />
    </PanelSection>
  );
}

function Part({ part }: { part: AssetComponentView }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {formatWord(part.kind)} <bdi>{part.label}</bdi>
      </summary>
      {isOpen && <TracedFields fields={part.values} />}
    </details>
  );
}
