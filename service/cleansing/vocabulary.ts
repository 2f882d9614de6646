import { mapValue } from '../mapping/value-mapping.ts';
import { cleansed, quoted, unsaid, type Cleansed } from './cleansed.ts';

/**
 * The allowed value a text is a name of; what an analyst decided for the column goes before it, in the agent. A name that
 * means the value only sometimes (`C` of a criticality, `P` of an environment) is for the analyst to decide.
 */
export function cleanseVocabulary(field: string, text: string): Cleansed {
  const proposal = mapValue(field, text);
  if (proposal === null) return cleansed(text, 'text', 'Any value is taken.');
  if (proposal.value === null) return unsaid('vocabulary-unknown', `${quoted(text)}: ${proposal.reason}.`);
  if (proposal.isForAnalyst === true)
    return unsaid('vocabulary-unknown', `${quoted(text)}: ${proposal.reason}, which nobody has decided here.`);
  return cleansed(proposal.value, 'vocabulary', `${quoted(text)}: ${proposal.reason}.`);
}
