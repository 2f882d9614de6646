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

interface DeleteImportProps {
  flow: { filename: string; current_phase: string; progress_percentage: number };
  /** Whether assets may have been created or changed already. */
  isWritten: boolean;
  isOpen: boolean;
  onClose(): void;
  onDelete(): void;
}

/** Says what deleting ends and what it keeps, before it is done. */
export function DeleteImportDialog({ flow, isWritten, isOpen, onClose, onDelete }: DeleteImportProps) {
  return (
    <Dialog open={isOpen} onOpenChange={(_event, data) => (data.open ? undefined : onClose())}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Delete the import of {flow.filename}?</DialogTitle>
          <DialogContent>
            Its flow stops at {standing(flow)}, running agents are ended, and mappings that were reviewed can no longer
            be approved. The raw records stay stored.{' '}
            {isWritten && 'Assets it created or changed stay until the import is withdrawn on the dashboard. '}
            This cannot be undone.
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>Keep it</Button>
            </DialogTrigger>
            <Button appearance="primary" onClick={() => onDelete()}>
              Delete the import
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Where a flow is, in words: `field mapping, 62 %`. */
export function standing(flow: { current_phase: string; progress_percentage: number }): string {
  return `${flow.current_phase.replaceAll('_', ' ')}, ${Math.round(flow.progress_percentage)}\u00a0%`;
}
