import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { fetchFile } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { offerFile } from '#shared/offer-file.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';

/** Saves the inventory, and what this import changed of it, as workbooks. */
export function SaveButtons({ connection, flowId }: { connection: PaneConnection; flowId: string }) {
  const assets = useMutation({
    mutationFn: async () =>
      offerFile(await fetchFile(connection, endpoints.exportAssetsXlsx), endpoints.exportAssetsXlsx.file.name),
  });
  const changes = useMutation({
    mutationFn: async () =>
      offerFile(
        await fetchFile(connection, endpoints.exportChangesXlsx, { params: { flow_id: flowId } }),
        endpoints.exportChangesXlsx.file.name,
      ),
  });
  const failure = assets.error ?? changes.error;
  return (
    <>
      <Button
        size="small"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={assets.isPending}
        onClick={() => assets.mutate()}
      >
        Save all assets
      </Button>
      <Button
        size="small"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={changes.isPending}
        onClick={() => changes.mutate()}
      >
        Save the changes
      </Button>
      {failure !== null && <FailureNotice error={failure} safe="The import is stored and complete." />}
    </>
  );
}
