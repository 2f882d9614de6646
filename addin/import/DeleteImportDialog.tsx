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
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { learnedFromImport } from '#shared/pages/withdrawal-impact.ts';
import { useSafeStart } from '#shared/pages/use-safe-start.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { ForgetTick } from './ForgetTick.tsx';
import { standing } from './standing.ts';

interface DeleteImportProps {
  connection: PaneConnection;
  flow: Pick<Flow, 'data_import_id' | 'filename' | 'current_phase' | 'progress_percentage'>;
  /** Whether assets may have been created or changed already. */
  isWritten: boolean;
  isOpen: boolean;
  onClose(): void;
  onDelete(isForgetting: boolean): void;
}

/** Says what deleting ends and what it keeps, before it is done. */
export function DeleteImportDialog({ connection, flow, isWritten, isOpen, onClose, onDelete }: DeleteImportProps) {
  const [isForgetting, setIsForgetting] = useState(false);
  const consequencesId = useId();
  const keep = useSafeStart(isOpen);
  const params = { data_import_id: flow.data_import_id };
  const preview = useQuery({
    queryKey: ['withdrawal', flow.data_import_id],
    queryFn: () => fetchEndpoint(connection, endpoints.previewWithdrawal, { params }),
    enabled: isOpen,
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <Dialog open={isOpen} onOpenChange={(_event, data) => (data.open ? undefined : onClose())}>
      <DialogSurface aria-describedby={consequencesId}>
        <DialogBody>
          <DialogTitle>Delete the import of {flow.filename}?</DialogTitle>
          <DialogContent>
            <span id={consequencesId}>
              Its flow stops at {standing(flow)}, running agents are ended, and mappings that were reviewed can no
              longer be approved. The raw records stay stored.{' '}
              {isWritten && 'Assets it created or changed stay until the import is withdrawn on the dashboard. '}
              This cannot be undone.
            </span>
            <ForgetTick preview={preview.data} isForgetting={isForgetting} onChange={setIsForgetting} />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button ref={keep}>Keep it</Button>
            </DialogTrigger>
            <Button
              appearance="primary"
              disabledFocusable={preview.isFetching}
              onClick={() => onDelete(isForgetting && learnedFromImport(preview.data) !== null)}
            >
              Delete the import
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
