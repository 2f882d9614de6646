import { formatWord } from '#shared/field-label.ts';
import type { CleansingChoiceWire, CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';

export const UNANSWERED = '';
/** That a cell is one value, whatever is in it. */
export const WHOLE = 'whole';

/** The answer the choice holds. */
export function answerTo({ choice }: CleansingQuestion, chosen: CleansingChoiceWire | null): string {
  if (choice === 'separator') return chosen?.separator === undefined ? UNANSWERED : (chosen.separator ?? WHOLE);
  return chosen?.[choice] ?? UNANSWERED;
}

/** The whole choice with another answer, since a change replaces it; null when nothing is chosen any more. */
export function choiceWith(
  chosen: CleansingChoiceWire | null,
  { choice }: CleansingQuestion,
  answer: string,
): CleansingChoiceWire | null {
  const { [choice]: _before, ...others } = chosen ?? {};
  const next = { ...others, ...answered[choice](answer) };
  return Object.keys(next).length === 0 ? null : next;
}

/** Questions of the mapping that this pane can ask: a later service may have others. */
export function knownQuestions({ cleansing_questions: asked }: FieldMapping): CleansingQuestion[] {
  return asked.filter(({ choice }) => Object.hasOwn(answered, choice));
}

/** Those that nobody has answered and that nothing is proposed for. */
export function openQuestions(mapping: FieldMapping): CleansingQuestion[] {
  if (mapping.status === 'rejected') return [];
  return knownQuestions(mapping).filter(
    (question) => question.proposed === undefined && answerTo(question, mapping.cleansing) === UNANSWERED,
  );
}

/** What was answered or is proposed, in few words; nothing of what was not asked. */
export function answersGiven(mapping: FieldMapping): string[] {
  return knownQuestions(mapping).flatMap((question) => {
    const answer = answerTo(question, mapping.cleansing);
    if (answer !== UNANSWERED) return [answerWords[question.choice](answer)];
    const { choice, proposed } = question;
    return proposed === undefined ? [] : [`${answerWords[choice](proposed.answer)} ${proposed.reason}.`];
  });
}

const answerWords: Record<CleansingQuestion['choice'], (answer: string) => string> = {
  day_month_order: (answer) => orders.get(answer) ?? `${formatWord(answer)}.`,
  decimal_mark: (answer) => marks.get(answer) ?? `Decimals after "${answer}".`,
  separator: (answer) => (answer === WHOLE ? 'One value a cell.' : 'Several values a cell.'),
  unit: (answer) => (answer === 'fraction' ? 'Shares of one.' : `Numbers in ${answer}.`),
};

const orders = new Map([
  ['day-first', 'Day before month.'],
  ['month-first', 'Month before day.'],
]);
const marks = new Map([
  ['.', 'Decimals after a point.'],
  [',', 'Decimals after a comma.'],
]);

/** The part of the choice that an answer is; nothing of it for no answer. What a later service offers goes back to it as it came. */
const answered: Record<CleansingQuestion['choice'], (answer: string) => CleansingChoiceWire> = {
  day_month_order: (answer) => partOf({ day_month_order: answer }, answer),
  decimal_mark: (answer) => partOf({ decimal_mark: answer }, answer),
  separator: (answer) => partOf({ separator: answer === WHOLE ? null : answer }, answer),
  unit: (answer) => partOf({ unit: answer }, answer),
};

function partOf(part: { [Choice in keyof CleansingChoiceWire]?: string | null }, answer: string): CleansingChoiceWire {
  return answer === UNANSWERED ? {} : (part as CleansingChoiceWire);
}
