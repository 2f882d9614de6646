import { ApiFailure } from '#shared/call-endpoint.ts';
import type { ExistingFlow } from '#shared/api-error.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { isRefused } from '../import/is-refused.ts';
import { OpenFlowNotice } from '../import/OpenFlowNotice.tsx';
import { UploadNotice } from '../import/upload/UploadNotice.tsx';
import { ErrorNotice, FailureNotice } from '../shell/ErrorNotice.tsx';
import type { SheetImport } from './use-sheet-import.ts';

interface ImportNoticesProps {
  connection: PaneConnection;
  sheetImport: SheetImport;
  /** Whether the rows of the interrupted upload are in sight. */
  canResume: boolean;
  onContinue(open: ExistingFlow): void;
  onResume(): void;
}

/** What stands in the way of the import, and how it went when it was tried. */
export function ImportNotices({ connection, sheetImport, canResume, onContinue, onResume }: ImportNoticesProps) {
  const { sending, upload, openFlow, endedFlow, hasMoved, removeOpenFlow } = sheetImport;
  return (
    <>
      <OpenFlowNotice
        connection={connection}
        flow={openFlow}
        ended={endedFlow}
        onContinue={onContinue}
        onDelete={(flow, isForgetting) => void removeOpenFlow(flow, isForgetting)}
      />
      {sending.deletionError !== null && (
        <FailureNotice
          error={sending.deletionError}
          safe={
            isRefused(sending.deletionError)
              ? 'The import in the way was not deleted.'
              : 'It may have been deleted; deleting it again is safe.'
          }
        />
      )}
      <UploadNotice upload={upload} canResume={canResume} onResume={onResume} />
      {upload.error !== null && (
        <FailureNotice
          error={upload.error}
          safe={
            upload.error instanceof ApiFailure && !isRefused(upload.error)
              ? 'What has arrived is kept; going on is safe.'
              : 'Nothing of this sheet is visible to anybody; what has arrived is kept.'
          }
        />
      )}
      {hasMoved && (
        <ErrorNotice
          intent="warning"
          title="The sheet has changed"
          message="Its headers are not those that were shown here. Nothing was sent."
          advice="Look at the sheet as it stands now, then import it."
        />
      )}
      {sending.error !== null && (
        <FailureNotice
          error={sending.error}
          safe={`${isRefused(sending.error) ? 'Nothing of this sheet was' : 'It may have been'} stored; importing again is safe.`}
        />
      )}
    </>
  );
}
