import { addressOf, go, useView } from '../shell/location.ts';
import { Choice } from './ScopeFilter.tsx';

interface ImportChoiceProps {
  imports: readonly { data_import_id: string; filename: string; sheet_name: string | null }[];
}

/** Of which import things are shown, by its file and sheet. */
export function ImportChoice({ imports }: ImportChoiceProps) {
  const view = useView();
  const byId = new Map(imports.map((one) => [one.data_import_id, one]));
  return (
    <Choice
      label="Import"
      anyLabel="All imports"
      value={view.dataImport}
      names={[...byId.keys()]}
      wordFor={(id) => byId.get(id)?.filename ?? id}
      noteFor={(id) => byId.get(id)?.sheet_name ?? null}
      choose={(dataImport) => go(addressOf(view, { dataImport, item: null }))}
    />
  );
}
