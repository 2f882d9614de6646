import type { AgentFinding, AgentInput } from '../agent.ts';
import { addressesIn, listedText } from '../listed-findings.ts';
import type { FoundRows } from './inventory-part.ts';
import { nameColumn } from './record-reading.ts';

/** Cells as findings list them, in the column of names unless they say another. */
export function addressedCells(input: AgentInput, cells: FoundRows['cells']): AgentFinding['cells'] {
  const addressOf = addressesIn(input.facts);
  const column = nameColumn(input) ?? 0;
  return cells.map(({ rowNumber, value, columnIndex = column }) => ({
    rowNumber,
    address: addressOf(rowNumber, columnIndex),
    value: listedText(value),
  }));
}
