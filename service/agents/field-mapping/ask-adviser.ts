import { fieldLabel } from '#shared/field-label.ts';
import { READY_FROM } from '#shared/limits.ts';
import { isSecretHeader } from '#shared/secret-headers.ts';
import { ADVISED_COLUMNS_MAX, ADVISED_SAMPLES_MAX } from '../../adviser/advice-messages.ts';
import { AdviserError, type AdvisedColumn, type FieldProposal } from '../../adviser/adviser.ts';
import { CANDIDATES_MAX, type MappingSuggestion } from '../../mapping/mapping-engine.ts';
import type { ColumnProfile } from '../../profiling/column-profile.ts';
import type { AgentInput, AgentOutput } from '../agent.ts';

interface Advised {
  suggestions: readonly MappingSuggestion[];
  /** Which columns carry a proposal of whom; absent without an adviser. */
  advised?: NonNullable<AgentOutput['advised']>;
  /** For the task's result. */
  note: string;
}

/**
 * Adds an adviser's proposals to suggestions that are uncertain, as their last candidate and a reason; what is suggested
 * stays. Without an adviser, or without an answer of it, nothing changes.
 */
export async function askAdviser(
  { adviser, targetFields }: AgentInput,
  suggestions: readonly MappingSuggestion[],
  profiles: readonly ColumnProfile[],
  signal: AbortSignal,
): Promise<Advised> {
  if (adviser === null) return { suggestions, note: 'off' };
  const columns = suggestions
    .filter((suggestion) => suggestion.confidence < READY_FROM && suggestion.memoryId === null)
    .flatMap((suggestion) => columnOf(profiles, suggestion.columnIndex))
    .slice(0, ADVISED_COLUMNS_MAX);
  if (columns.length === 0) return { suggestions, note: 'not asked: no column is uncertain' };
  try {
    const proposals = await adviser.proposeFields({ columns, fields: targetFields }, signal);
    const byColumn = new Map(proposals.map((proposal) => [proposal.columnIndex, proposal]));
    return {
      suggestions: suggestions.map((suggestion) =>
        withProposal(suggestion, byColumn.get(suggestion.columnIndex), adviser.name),
      ),
      advised: { by: adviser.name, columns: [...byColumn.keys()] },
      note: `${adviser.name}: asked about ${columns.length}, proposed ${proposals.length}`,
    };
  } catch (error) {
    if (!(error instanceof AdviserError)) throw error;
    return { suggestions, note: `${adviser.name}: ${error.message}` };
  }
}

/** Nothing of a column that looks secret, and no values of people's addresses, leaves the service. */
function columnOf(profiles: readonly ColumnProfile[], columnIndex: number): AdvisedColumn[] {
  const profile = profiles.find((one) => one.columnIndex === columnIndex);
  if (profile === undefined || isSecretHeader(profile.header)) return [];
  const isPersonal = (profile.detected['email'] ?? 0) > 0;
  const samples = isPersonal ? [] : profile.samples.slice(0, ADVISED_SAMPLES_MAX);
  return [{ columnIndex, header: profile.header, samples }];
}

function withProposal(
  suggestion: MappingSuggestion,
  proposal: FieldProposal | undefined,
  by: string,
): MappingSuggestion {
  if (proposal === undefined) return suggestion;
  const { targetField, reason } = proposal;
  const isNew = !suggestion.candidates.some((candidate) => candidate.target_field === targetField);
  return {
    ...suggestion,
    reasons: [
      ...suggestion.reasons,
      { signal: 'adviser', contribution: 0, text: `${by} proposes ${fieldLabel(targetField)}: ${reason}` },
    ],
    // Nobody measured how often such proposals are right, so its confidence is none.
    candidates: isNew
      ? [...suggestion.candidates.slice(0, CANDIDATES_MAX - 1), { target_field: targetField, confidence_score: 0 }]
      : suggestion.candidates,
  };
}
