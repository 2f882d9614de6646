import { useCallback, useRef, useState } from 'react';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import type { ExistingFlow } from '#shared/api-error.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { StoreImportRequest } from '#shared/schemas/import.schema.ts';
import type { PaneConnection } from '../connect/use-connection.ts';
import type { FlowPointer } from '../workbook/workbook-port.ts';
import { whenThereIsRoom } from './when-there-is-room.ts';

export interface ImportState {
  isSending: boolean;
  error: unknown;
  /** Why the open flow was not deleted. */
  deletionError: unknown;
  /** The open flow that is in the way. */
  openFlow: ExistingFlow | null;
  send(request: StoreImportRequest): Promise<FlowPointer | null>;
  /**
   * Deletes a flow that is in the way; the import can be sent again then. One that has ended meanwhile is left as it is.
   *
   * @returns whether it was deleted
   */
  deleteFlow(flow: ExistingFlow, deletion: Deletion): Promise<boolean>;
  clear(): void;
}

interface Deletion {
  isForgetting: boolean;
  /** Looks first, as what is confirmed may have been said of how it was. */
  hasEnded: (flow: ExistingFlow) => Promise<boolean>;
}

/** Sends a sheet. One attempt has one Idempotency-Key: sending again after a lost answer cannot store it twice. */
export function useImport(connection: PaneConnection): ImportState {
  const attempt = useRef<Attempt | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [deletionError, setDeletionError] = useState<unknown>(null);
  const [openFlow, setOpenFlow] = useState<ExistingFlow | null>(null);

  const clear = useCallback(() => {
    setError(null);
    setDeletionError(null);
    setOpenFlow(null);
  }, []);

  const send = useCallback(
    async (request: StoreImportRequest): Promise<FlowPointer | null> => {
      clear();
      setIsSending(true);
      try {
        const { request: body, key: idempotencyKey } = (attempt.current = sameAttempt(attempt.current, request));
        const call = { body, idempotencyKey };
        const stored = await whenThereIsRoom(() => fetchEndpoint(connection, endpoints.storeImport, call));
        attempt.current = null;
        return { flowId: stored.flow_id, dataImportId: stored.data_import_id };
      } catch (failure) {
        const existing = failure instanceof ApiFailure ? failure.problem?.existing_flow : undefined;
        if (existing) setOpenFlow(existing);
        else setError(failure);
        return null;
      } finally {
        setIsSending(false);
      }
    },
    [connection, clear],
  );

  const deleteFlow = useCallback(
    async (flow: ExistingFlow, { isForgetting, hasEnded }: Deletion): Promise<boolean> => {
      setDeletionError(null);
      try {
        if (await hasEnded(flow)) return false;
        await deleteImport(connection, flow.flow_id, isForgetting);
        setOpenFlow(null);
        return true;
      } catch (failure) {
        setDeletionError(failure);
        return false;
      }
    },
    [connection],
  );

  return { isSending, error, deletionError, openFlow, send, deleteFlow, clear };
}

/** Ends a flow, and on request what was learned from its import. */
export async function deleteImport(connection: PaneConnection, flowId: string, isForgetting: boolean): Promise<void> {
  await fetchEndpoint(connection, endpoints.deleteFlow, {
    params: { flow_id: flowId },
    query: { forget_mappings: isForgetting ? 'true' : 'false' },
  });
}

interface Attempt {
  content: string;
  key: string;
  request: StoreImportRequest;
}

/** The same rows are the same attempt, whenever they are sent; it is repeated word for word, its time included. */
function sameAttempt(before: Attempt | null, request: StoreImportRequest): Attempt {
  const { upload_context, ...rest } = request;
  const content = JSON.stringify([rest, upload_context.intended_type]);
  return before?.content === content ? before : { content, key: crypto.randomUUID(), request };
}
