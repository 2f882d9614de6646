import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { filledWords } from '#shared/pages/filled-words.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { useStoredImport } from '../import/use-stored-import.ts';

/** That rows hold what merged cells said above them; nothing where none did, or nobody knows. */
export function FilledNotice({ connection, dataImportId }: { connection: PaneConnection; dataImportId: string }) {
  const detail = useStoredImport(connection, dataImportId);
  const words = detail.data === undefined ? null : filledWords(detail.data);
  if (words === null) return null;
  return (
    <MessageBar {...UNTITLED} intent="info" layout="multiline">
      <MessageBarBody>{words}</MessageBarBody>
    </MessageBar>
  );
}
