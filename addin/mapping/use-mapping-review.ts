import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiFailure, fetchEndpoint } from '#shared/call-endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import type { ChangeMappingsRequest, FieldMapping, MappingList } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetFieldView } from '#shared/schemas/target-field.schema.ts';
import type { Forgotten } from './ForgetAction.tsx';
import type { OwnField } from './own-field.ts';
import type { PaneConnection } from '../connect/use-connection.ts';

type Change = ChangeMappingsRequest['changes'][number];

export interface MappingReviewState {
  mappings: readonly FieldMapping[] | null;
  fields: readonly TargetFieldView[];
  isBusy: boolean;
  error: unknown;
  /** Somebody else changed the mappings: what they were before; what is shown is read again. */
  beforeOthers: readonly FieldMapping[] | null;
  /** What was asked for and not done since the last failure: what failed, and what waited behind it. */
  undone: number;
  /** @returns whether it was done */
  change(changes: readonly Change[]): Promise<boolean>;
  /** Adds a field of the client's own to `fields`. @throws ApiFailure */
  addField(field: OwnField): Promise<void>;
  /** Un-learns a remembered decision, for every later import of the client too. */
  forget(memoryId: string): Promise<Forgotten>;
  /** Writes the decision once: what is approved stays, what is open is left out. */
  approve(options: { previewInventory: boolean }): Promise<void>;
}

/** The mappings of an import and everything done to them; each write names the revision it was made on. */
export function useMappingReview(connection: PaneConnection, dataImportId: string): MappingReviewState {
  const client = useQueryClient();
  const queue = useRef({ last: Promise.resolve(), waiting: 0, failures: 0 });
  const [isBusy, setIsBusy] = useState(false);
  const [isApproved, setIsApproved] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [beforeOthers, setBeforeOthers] = useState<readonly FieldMapping[] | null>(null);
  const [undone, setUndone] = useState(0);
  const queryKey = ['field-mappings', dataImportId];
  const params = { data_import_id: dataImportId };
  const listing = useQuery({
    queryKey,
    queryFn: () => fetchEndpoint(connection, endpoints.listFieldMappings, { params }),
  });
  const catalogue = useQuery({
    queryKey: ['target-fields', connection.clientAccountId],
    queryFn: () => fetchEndpoint(connection, endpoints.listTargetFields),
    staleTime: Infinity,
  });

  const attemptNow = async (work: (list: MappingList) => Promise<void>): Promise<void> => {
    const list = client.getQueryData<MappingList>(queryKey);
    if (list === undefined) return;
    setError(null);
    setBeforeOthers(null);
    setUndone(0);
    // An older answer on its way would take the place of what this changes.
    await client.cancelQueries({ queryKey });
    try {
      await work(list);
    } catch (failure) {
      queue.current.failures += 1;
      setUndone(1);
      const isOutdated = failure instanceof ApiFailure && failure.status === 412;
      setBeforeOthers(isOutdated ? list.items : null);
      if (!isOutdated) setError(failure);
      await client.invalidateQueries({ queryKey });
    }
  };

  /** One after the other, each on the revision that the one before made; what waits behind a failure is not done. */
  const attempt = (work: (list: MappingList) => Promise<void>): Promise<void> => {
    const { failures } = queue.current;
    queue.current.waiting += 1;
    setIsBusy(true);
    queue.current.last = queue.current.last.then(async () => {
      if (queue.current.failures === failures) await attemptNow(work);
      else setUndone((before) => before + 1);
      queue.current.waiting -= 1;
      if (queue.current.waiting === 0) setIsBusy(false);
    });
    return queue.current.last;
  };

  return {
    mappings: listing.data?.items ?? null,
    fields: catalogue.data?.items.filter((field) => !field.retired) ?? [],
    isBusy: isBusy || isApproved,
    error: error ?? listing.error ?? catalogue.error,
    beforeOthers,
    undone,
    change: async (changes) => {
      let isDone = false;
      await attempt(async (list) => {
        client.setQueryData(
          queryKey,
          await fetchEndpoint(connection, endpoints.changeFieldMappings, {
            params,
            body: { changes: [...changes] },
            ifMatch: list.revision,
          }),
        );
        isDone = true;
      });
      return isDone;
    },
    addField: async (field) => {
      await fetchEndpoint(connection, endpoints.addTargetField, { body: field });
      await client.invalidateQueries({ queryKey: ['target-fields', connection.clientAccountId] });
    },
    forget: async (memoryId) => {
      let forgotten: Forgotten = 'failed';
      await attempt(async () => {
        forgotten = await forgetMapping(connection, memoryId);
        await client.invalidateQueries({ queryKey });
      });
      return forgotten;
    },
    approve: ({ previewInventory }) =>
      attempt(async (list) => {
        // Everything wanted was approved one by one or in bulk before; 1 approves no open suggestion on the way.
        await fetchEndpoint(connection, endpoints.approveFieldMappings, {
          params,
          body: { minimum_confidence: 1, preview_inventory: previewInventory },
          ifMatch: list.revision,
        });
        // Until the flow shows it there is nothing more to decide.
        setIsApproved(true);
      }),
  };
}

/** Whoever wants it forgotten has what they want also where somebody else did it before. */
async function forgetMapping(connection: PaneConnection, memoryId: string): Promise<Forgotten> {
  try {
    await fetchEndpoint(connection, endpoints.forgetMapping, { params: { memory_id: memoryId } });
    return 'now';
  } catch (failure) {
    if (failure instanceof ApiFailure && failure.status === 404) return 'before';
    throw failure;
  }
}
