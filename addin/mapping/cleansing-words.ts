import { formatWord } from '#shared/field-label.ts';
import type { CleansingChoiceWire, CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import { answerTo, UNANSWERED, WHOLE } from './cleansing-answers.ts';

type Option = readonly [answer: string, words: string];

/** The answers to choose from, each with its words; also one that was chosen elsewhere, through the API or a later pane. */
export function optionsOf(question: CleansingQuestion, chosen: CleansingChoiceWire | null): Option[] {
  const offered = offeredBy(question);
  const answer = answerTo(question, chosen);
  if (answer === UNANSWERED || offered.some(([one]) => one === answer)) return offered;
  return [...offered, [answer, otherWords[question.choice](answer)]];
}

function offeredBy({ choice, separators, units }: CleansingQuestion): Option[] {
  switch (choice) {
    case 'unit':
      return [...new Set(units)].map((unit) => [unit, unitWords(unit)]);
    case 'day_month_order':
      return [
        ['day-first', 'Day first: 03/04 is 3 April'],
        ['month-first', 'Month first: 03/04 is 4 March'],
      ];
    case 'decimal_mark':
      return [
        ['.', 'Point: 1,234 is 1234'],
        [',', 'Comma: 1.234 is 1234'],
      ];
    default:
      return [
        ...separators.map((separator): Option => [separator, splitWords(separator)]),
        [WHOLE, 'Never split: a cell is one value'],
      ];
  }
}

const otherWords: Record<CleansingQuestion['choice'], (answer: string) => string> = {
  day_month_order: formatWord,
  decimal_mark: (mark) => `Decimals after "${mark}"`,
  separator: splitWords,
  unit: unitWords,
};

function unitWords(unit: string): string {
  return unit === '%' ? 'Per cent: 0.45 is 0.45 %' : unit === 'fraction' ? 'Shares of one: 0.45 is 45 %' : unit;
}

const separatorWords: Readonly<Record<string, string>> = {
  ';': 'semicolons',
  ',': 'commas',
  '|': 'bars',
  '\n': 'line breaks',
  '\t': 'tabs',
};

function splitWords(separator: string): string {
  const words = Object.hasOwn(separatorWords, separator) ? separatorWords[separator] : undefined;
  return `Split at ${words ?? `"${separator}"`}`;
}

/** What cells of one order of day and month show. */
export function orderWords(order: string): string {
  return `can only be ${formatWord(order).toLowerCase()}`;
}
