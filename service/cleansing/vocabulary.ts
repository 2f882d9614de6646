import { mapValue } from '../mapping/value-mapping.ts';
import { cleansed, quoted, unsaid, type Cleansed } from './cleansed.ts';

/** The allowed value a text is a name of; what an analyst decided for the column goes before it, in the agent. */
export function cleanseVocabulary(field: string, text: string): Cleansed {
  const proposal = mapValue(field, text);
  if (proposal === null) return cleansed(text, 'text', 'Any value is taken.');
  if (proposal.value === null) return unsaid('vocabulary-unknown', `${quoted(text)}: ${proposal.reason}.`);
  return cleansed(proposal.value, 'vocabulary', `${quoted(text)}: ${proposal.reason}.`);
}
