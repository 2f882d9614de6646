import { assetClasses } from '#shared/statuses.ts';
import { formatWord } from '../parts/format.ts';
import { SearchField } from '../parts/SearchField.tsx';
import { Choice } from '../scope/ScopeFilter.tsx';
import { addressOf, go, useView } from '../shell/location.ts';

/** Which assets are listed: of a class, and found by name or key. */
export function AssetFilters() {
  const view = useView();
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
      <SearchField placeholder="Name, IP address, serial" />
    </>
  );
}
