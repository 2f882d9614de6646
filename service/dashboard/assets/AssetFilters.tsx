import { fieldLabel } from '#shared/field-label.ts';
import { formatWord } from '../parts/format.ts';
import { SearchField } from '../parts/SearchField.tsx';
import { ImportChoice } from '../scope/ImportChoice.tsx';
import { Choice } from '../scope/ScopeFilter.tsx';
import type { Tenant } from '../session/session-context.ts';
import { assetClasses } from '#shared/statuses.ts';
import { addressOf, go, useView } from '../shell/location.ts';
import { environmentChoices } from './asset-filter.ts';
import { useNewestImports } from './use-assets.ts';

/** Which assets are listed: of a class, an environment and an import, and found by name or key. */
export function AssetFilters({ tenant }: { tenant: Tenant }) {
  const view = useView();
  const imports = useNewestImports(tenant);
  return (
    <>
      <Choice
        label="Class"
        anyLabel="All classes"
        value={view.assetClass}
        names={assetClasses}
        wordFor={formatWord}
        choose={(assetClass) => go(addressOf(view, { assetClass, item: null }))}
      />
      <Choice
        label="Environment"
        anyLabel="All environments"
        value={view.environment}
        names={environmentChoices}
        wordFor={(name) => (name === 'none' ? 'Not said' : fieldLabel(name))}
        choose={(environment) => go(addressOf(view, { environment, item: null }))}
      />
      <ImportChoice imports={imports} />
      <SearchField placeholder="Name, IP address, serial" />
    </>
  );
}
