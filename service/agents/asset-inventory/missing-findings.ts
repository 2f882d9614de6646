import { countOf, formatNumber } from '#shared/format.ts';
import { goneOf, isAnotherList, listsNone, mayBeCutOff, sameNames, type Missing } from '#shared/may-be-cut-off.ts';
import type { FindingCode } from '#shared/finding-words.ts';
import type { FindingSeverity } from '#shared/statuses.ts';
import type { AgentFinding, AgentInput } from '../agent.ts';
import type { MissingCounts, MissingNames } from './given.ts';

/** As the result of the phase has them. */
export const countsOf = ({ fresh, listedLast }: MissingCounts): Missing => ({
  newly_missing: fresh.count,
  replaced: fresh.replaced,
  listed_last: listedLast,
});

/** What is to be said of the assets that a sheet lists no longer. */
export function missingFindings(
  { inventoryDecision }: Pick<AgentInput, 'inventoryDecision'>,
  missing: MissingCounts,
): AgentFinding[] {
  const { fresh, before, listedLast, lastFilename } = missing;
  const isPreview = inventoryDecision === 'preview';
  const counts = countsOf(missing);
  const findings: AgentFinding[] = [];
  const add = (code: FindingCode, severity: FindingSeverity, { count }: MissingNames, message: string): void => {
    findings.push({ severity, code, message, columnIndex: null, count, cells: [] });
  };
  if (mayBeCutOff(counts))
    add(
      'sheet_cut_off',
      'warning',
      fresh,
      `The sheet may be cut off: ${formatNumber(goneOf(counts))} of the ${countOf(listedLast, 'asset')} that it listed last time are not on it. ${
        isPreview
          ? 'Nothing is written yet: if rows are missing, delete this import and import the whole sheet.'
          : 'If rows are missing, withdraw this import and import the whole sheet.'
      }`,
    );
  if (isAnotherList(counts)) {
    const file = lastFilename === null ? 'it' : `"${lastFilename}"`;
    const wayOut = isPreview
      ? 'Nothing is written yet: if it should be the same, delete this import'
      : 'If it should be the same, withdraw this import';
    add(
      'another_list',
      'warning',
      fresh,
      `This sheet ${listsNone(counts)} that ${file} listed last time: is it the same list? ${stayWords(fresh, before)} If it is another list, give its file another name next time, and the two are not compared. ${wayOut} and import the right sheet.`,
    );
  } else if (fresh.count > 0) add('missing_asset', 'warning', fresh, freshWords(fresh, before));
  else if (before.count > 0)
    add(
      'missing_before',
      'info',
      before,
      `${countOf(before.count, 'asset')} that earlier imports of this sheet listed ${are(before)} still not on it: ${namesOf(before)}.`,
    );
  return findings;
}

const freshWords = (fresh: MissingNames, before: MissingNames): string =>
  `${countOf(fresh.count, 'asset')} that this sheet listed last time ${are(fresh)} not on it any more: ${namesOf(fresh)}. ${fresh.replaced === 0 ? '' : `${sameNames(fresh.replaced, fresh.count)}. `}${stayWords(fresh, before)}`;

function stayWords(fresh: MissingNames, before: MissingNames): string {
  const stays = fresh.count === 1 ? 'It stays' : 'They stay';
  const list = fresh.count === 1 ? 'list it' : 'list them all';
  const more = before.count === 0 ? '' : ` ${formatNumber(before.count)} more ${was(before)} missing before.`;
  return `${stays} in the inventory; the changes of this import ${list}.${more}`;
}

function namesOf({ count, names }: MissingNames): string {
  const more = count - names.length;
  return names.join(', ') + (more > 0 ? ` and ${formatNumber(more)} more` : '');
}

const are = ({ count }: MissingNames): string => (count === 1 ? 'is' : 'are');
const was = ({ count }: MissingNames): string => (count === 1 ? 'was' : 'were');
