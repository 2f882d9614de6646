import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ExistingFlow } from '#shared/api-error.ts';
import { ErrorNotice } from '../shell/ErrorNotice.tsx';

interface OpenFlowProps {
  flow: ExistingFlow;
  onContinue(): void;
  onDelete(): Promise<void>;
}

/** An import is still open for this engagement: go to it, or delete it after its impact was shown. */
export function OpenFlowNotice({ flow, onContinue, onDelete }: OpenFlowProps) {
  const [isAsking, setIsAsking] = useState(false);
  const where = `${flow.current_phase.replaceAll('_', ' ')}, ${Math.round(flow.progress_percentage)} %`;
  return (
    <>
      <ErrorNotice
        intent="warning"
        title="An import is still open for this engagement"
        message={`"${flow.filename}" is at ${where}, last active ${new Date(flow.last_activity).toLocaleString()}. Your sheet was not sent.`}
        advice="Continue with that import, or delete it and import this sheet."
        actions={[
          { label: 'Continue', onClick: onContinue },
          { label: 'Delete', onClick: () => setIsAsking(true) },
        ]}
      />
      <Dialog open={isAsking} onOpenChange={(_event, data) => setIsAsking(data.open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>Delete the import of {flow.filename}?</DialogTitle>
            <DialogContent>
              Its flow stops at {where}, running agents are ended, and mappings that were reviewed can no longer be
              approved. The raw records stay stored. This cannot be undone.
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>Keep it</Button>
              </DialogTrigger>
              <Button appearance="primary" onClick={() => void onDelete().then(() => setIsAsking(false))}>
                Delete the import
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
