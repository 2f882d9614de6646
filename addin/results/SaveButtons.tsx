import { Button, Spinner } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { fetchFile } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { offerFile } from '#shared/pages/offer-file.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { useAnnounce } from '../shell/Announcer.tsx';
import { FailureNotice } from '../shell/ErrorNotice.tsx';

/** Saves the inventory, and what this import changed of it, as workbooks. */
export function SaveButtons({ connection, flowId }: { connection: PaneConnection; flowId: string }) {
  const announce = useAnnounce();
  const assets = useMutation({
    mutationFn: async () =>
      offerFile(await fetchFile(connection, endpoints.exportAssetsXlsx), endpoints.exportAssetsXlsx.file.name),
    onMutate: () => announce('Saving all assets'),
    onSuccess: () => announce('All assets saved'),
  });
  const changes = useMutation({
    mutationFn: async () =>
      offerFile(
        await fetchFile(connection, endpoints.exportChangesXlsx, { params: { flow_id: flowId } }),
        endpoints.exportChangesXlsx.file.name,
      ),
    onMutate: () => announce('Saving the changes'),
    onSuccess: () => announce('Changes saved'),
  });
  const failure = assets.error ?? changes.error;
  return (
    <>
      <Button
        size="small"
        icon={<SaveIcon isBusy={assets.isPending} />}
        disabledFocusable={assets.isPending}
        onClick={() => assets.mutate()}
      >
        Save all assets
      </Button>
      <Button
        size="small"
        icon={<SaveIcon isBusy={changes.isPending} />}
        disabledFocusable={changes.isPending}
        onClick={() => changes.mutate()}
      >
        Save the changes
      </Button>
      {failure !== null && <FailureNotice error={failure} safe="The import is stored and complete." />}
    </>
  );
}

function SaveIcon({ isBusy }: { isBusy: boolean }) {
  return isBusy ? <Spinner size="tiny" aria-hidden /> : <ArrowDownloadRegular />;
}
