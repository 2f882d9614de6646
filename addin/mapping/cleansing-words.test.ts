import { expect, test } from '@jest/globals';
import type { CleansingChoiceWire, CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import { answersGiven, choiceWith } from './cleansing-answers.ts';
import { optionsOf, orderWords } from './cleansing-words.ts';

/** As a later service may ask it: with words that this pane does not know. */
const asked = (question: object): CleansingQuestion =>
  ({ example: '', separators: [], units: [], evidence: [], ...question }) as unknown as CleansingQuestion;
const chose = (choice: object): CleansingChoiceWire => choice;
const words = (question: CleansingQuestion, chosen: CleansingChoiceWire | null = null): string[] =>
  optionsOf(question, chosen).map(([, label]) => label);

const separator = asked({ choice: 'separator', separators: [';', '/', '\t'] });
const order = asked({ choice: 'day_month_order' });
const mark = asked({ choice: 'decimal_mark' });

test('a separator that this pane has no word for is named by its sign', () => {
  expect(words(separator)).toEqual([
    'Split at semicolons',
    'Split at "/"',
    'Split at tabs',
    'Never split: a cell is one value',
  ]);
  expect(words(separator, chose({ separator: '::' }))).toContain('Split at "::"');
});

test('an order or a mark that was chosen elsewhere is among the answers', () => {
  expect(words(order, chose({ day_month_order: 'year-first' }))).toEqual([
    'Day first: 03/04 is 3 April',
    'Month first: 03/04 is 4 March',
    'Year first',
  ]);
  expect(words(mark, chose({ decimal_mark: '·' }))).toContain('Decimals after "·"');
  expect(words(order, chose({ day_month_order: 'day-first' }))).toHaveLength(2);
});

test('cells of an order that this pane does not know are told of without a gap', () => {
  expect(['day-first', 'year-first'].map(orderWords)).toEqual(['can only be day first', 'can only be year first']);
});

test('an answer that this pane does not know goes back to the service as it came', () => {
  expect(choiceWith(null, separator, '/')).toEqual({ separator: '/' });
  expect(choiceWith(chose({ unit: 'MB' }), order, 'year-first')).toEqual({ unit: 'MB', day_month_order: 'year-first' });
});

test('what was answered is never said as another answer', () => {
  const given = (question: CleansingQuestion, cleansing: object) =>
    answersGiven({ cleansing_questions: [question], cleansing } as never);
  expect(given(order, { day_month_order: 'year-first' })).toEqual(['Year first.']);
  expect(given(mark, { decimal_mark: '·' })).toEqual(['Decimals after "·".']);
});
