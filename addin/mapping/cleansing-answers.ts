import type { CleansingChoiceWire, CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';

export const UNANSWERED = '';

/** What can be answered: an order, a separator, or that a cell is one value whatever is in it. */
export type Answer =
  | typeof UNANSWERED
  | 'whole'
  | NonNullable<CleansingChoiceWire['day_month_order']>
  | NonNullable<CleansingChoiceWire['separator']>;

/** The answer the choice holds. */
export function answerTo({ choice }: CleansingQuestion, chosen: CleansingChoiceWire | null): Answer {
  if (choice === 'day_month_order') return chosen?.day_month_order ?? UNANSWERED;
  if (chosen?.separator === undefined) return UNANSWERED;
  return chosen.separator ?? 'whole';
}

/** The whole choice with another answer, since a change replaces it; null when nothing is chosen any more. */
export function choiceWith(
  chosen: CleansingChoiceWire | null,
  { choice }: CleansingQuestion,
  answer: Answer,
): CleansingChoiceWire | null {
  const { day_month_order: order, separator, ...others } = chosen ?? {};
  const next: CleansingChoiceWire =
    choice === 'separator'
      ? { ...others, ...(order !== undefined && { day_month_order: order }), ...separatorOf(answer) }
      : { ...others, ...(separator !== undefined && { separator }), ...orderOf(answer) };
  return Object.keys(next).length === 0 ? null : next;
}

/** Questions of the mapping that nobody has answered. */
export function openQuestions({ cleansing_questions: asked, cleansing, status }: FieldMapping): CleansingQuestion[] {
  if (status === 'rejected') return [];
  return asked.filter((question) => answerTo(question, cleansing) === UNANSWERED);
}

function separatorOf(answer: Answer): Pick<CleansingChoiceWire, 'separator'> {
  if (answer === 'whole') return { separator: null };
  return answer === ';' || answer === ',' || answer === '|' || answer === '\n' ? { separator: answer } : {};
}

function orderOf(answer: Answer): Pick<CleansingChoiceWire, 'day_month_order'> {
  return answer === 'day-first' || answer === 'month-first' ? { day_month_order: answer } : {};
}
