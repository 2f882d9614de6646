import { Turns } from '../../engine-parts/steps.ts';
import { KeyPartBuilder, type KeyPart } from '../../inventory/key-part.ts';
import type { NameForms } from '../../sheet-rows/heading-row.ts';
import { isMachine } from '../../inventory/identity-keys.ts';
import { addressFamilies, linkKeys, recordTraits, traitsOf } from '../../inventory/key-kinds.ts';
import { purchaseWords } from '../../inventory/purchases.ts';
import type { AgentContext, AgentInput, AgentPass, Partition } from '../agent.ts';
import { untilAborted } from '../until-aborted.ts';
import { NameReader } from './name-reader.ts';
import { componentSheetOf, recordReader } from './record-reading.ts';

/** What the records of each partition are known by, as numbers. */
export const identifyPass: AgentPass = { name: 'identify', read: readKeys };

/** What the records of one partition are known by, and how its things are called. */
export interface IdentifiedPart extends KeyPart {
  forms: NameForms;
  /** Rows of one cell with several words, from 0 in the partition: headings, if things are called by single words. */
  alone: Uint32Array;
}

async function readKeys(input: AgentInput, { range }: Partition, context: AgentContext): Promise<IdentifiedPart> {
  const read = recordReader(input, 'keys');
  // There every part repeats the name of its machine.
  const listsParts = componentSheetOf(input) !== null;
  const builder = new KeyPartBuilder();
  const names = new NameReader(input);
  let rowsRead = 0;
  const turns = new Turns(context.signal);
  for await (const records of untilAborted(input.readRecords(range), context.signal)) {
    for (const record of records) {
      names.read(record);
      const { keys, classification, values } = read(record);
      const links = linkKeys(keys, classification.assetClass);
      const traits = traitsOf(classification.assetClass, classification.rule);
      const all = listsParts ? traits | addressFamilies(links) : recordTraits(links, traits);
      // Licences of an application, or parts of a machine, are bought again and again.
      const isBoughtOnce = !listsParts && isMachine(classification.assetClass);
      builder.add(links, all, isBoughtOnce ? purchaseWords(values) : null);
      if (turns.isOver) await turns.next();
    }
    rowsRead += records.length;
    // Rows are done when the second pass has placed them.
    context.reportProgress(0, { rows_identified: rowsRead });
  }
  context.signal.throwIfAborted();
  return { ...builder.part(), ...names.part() };
}
