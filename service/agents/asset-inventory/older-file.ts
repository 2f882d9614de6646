import { isOlderByName } from '../../inventory/name-date.ts';
import type { AgentFinding, AgentInput } from '../agent.ts';

/** @param lastFilename of the import of the same sheet before this one; null: none is known */
export function olderFileFindings(
  { facts: { filename }, inventoryDecision }: AgentInput,
  lastFilename: string | null,
): AgentFinding[] {
  if (lastFilename === null || !isOlderByName(filename, lastFilename)) return [];
  const outcome =
    inventoryDecision === 'preview'
      ? 'this one would count. Nothing is written yet: if that is not meant, delete this import.'
      : 'this one counts now. If that is not meant, withdraw this import.';
  const message = `"${filename}" is by its name older than "${lastFilename}", which was imported before it. Where the two differ, ${outcome}`;
  return [{ severity: 'warning', code: 'older_file', message, columnIndex: null, count: 1, cells: [] }];
}
