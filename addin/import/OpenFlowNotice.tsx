import { useState } from 'react';
import type { ExistingFlow } from '#shared/api-error.ts';
import { formatAgo } from '#shared/format.ts';
import { isWithdrawing } from '#shared/is-withdrawing.ts';
import { mayHaveWritten } from '#shared/may-have-written.ts';
import { serverNow } from '#shared/server-clock.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { ErrorNotice } from '../shell/ErrorNotice.tsx';
import { DeleteImportDialog, standing } from './DeleteImportDialog.tsx';

interface OpenFlowProps {
  connection: PaneConnection;
  /** Null when none is in the way. */
  flow: ExistingFlow | null;
  onContinue(flow: ExistingFlow): void;
  onDelete(flow: ExistingFlow, isForgetting: boolean): void;
}

/** An import is still open for this engagement: go to it, or delete it after its impact was shown. */
export function OpenFlowNotice({ connection, flow, onContinue, onDelete }: OpenFlowProps) {
  const [asked, setAsked] = useState<ExistingFlow | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const ask = (about: ExistingFlow): void => {
    setAsked(about);
    setIsAsking(true);
  };
  return (
    <>
      {flow !== null && (
        <ErrorNotice
          intent="warning"
          title="An import is still open for this engagement"
          message={`"${flow.filename}" (${standing(flow)}) was last active ${formatAgo(flow.last_activity, serverNow())}. Your sheet was not sent.`}
          advice={
            isWithdrawing(flow)
              ? 'It is being withdrawn. Continue with it, and import this sheet when it is done.'
              : 'Continue with that import, or delete it and import this sheet.'
          }
          actions={[
            { label: 'Continue', isPrimary: true, onClick: () => onContinue(flow) },
            ...(isWithdrawing(flow) ? [] : [{ label: 'Delete', onClick: () => ask(flow) }]),
          ]}
        />
      )}
      {/* Beside the notice, and there until it has closed, as in ImportFlow. */}
      {asked !== null && (
        <DeleteImportDialog
          connection={connection}
          flow={asked}
          isWritten={mayHaveWritten(asked)}
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
          onDelete={(isForgetting) => {
            setIsAsking(false);
            onDelete(asked, isForgetting);
          }}
        />
      )}
    </>
  );
}
