import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { splitAddress } from '#shared/cell-address.ts';
import type { Flow } from '#shared/schemas/flow.schema.ts';
import { isOwnFlow } from '../import/own-flow.ts';
import type { WorkbookPort } from '../workbook/workbook-port.ts';

/** The way from a flow's findings to the cells they are about. */
export interface CellsOfFlow {
  /** Selects a cell of a finding in Excel; null where there is nothing to go to. */
  goTo: ((findingId: string, address: string) => void) | null;
  /** The file the cells are in, where another workbook is open. */
  elsewhere: string | null;
  /** Why the cell chosen last could not be shown; gone with the next that is. */
  failure: { findingId: string; error: unknown } | null;
}

export function useCells(workbook: WorkbookPort | null, flow: Pick<Flow, 'flow_id' | 'filename'> | null): CellsOfFlow {
  const [failure, setFailure] = useState<CellsOfFlow['failure']>(null);
  const open = workbook?.kind === 'excel' ? workbook : null;
  const isOwn = useQuery({
    queryKey: ['own-flow', open?.id, flow?.flow_id],
    queryFn:
      open === null || flow === null
        ? skipToken
        : () => isOwnFlow(open, { flowId: flow.flow_id, filename: flow.filename }),
    gcTime: 0,
  }).data;
  const goTo = (findingId: string, address: string): void => {
    const { sheetName, cells } = splitAddress(address);
    open?.selectCell(sheetName, cells).then(
      () => setFailure(null),
      (error: unknown) => setFailure({ findingId, error }),
    );
  };
  return {
    goTo: isOwn === true ? goTo : null,
    elsewhere: isOwn === false && flow !== null ? flow.filename : null,
    failure,
  };
}
