import { expect, test } from '@jest/globals';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import type { CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import { answersGiven, answerTo, choiceWith, knownQuestions, openQuestions, UNANSWERED } from './cleansing-answers.ts';

const order: CleansingQuestion = {
  choice: 'day_month_order',
  example: '03/04/2024',
  separators: [],
  units: [],
  evidence: [],
};
const mark: CleansingQuestion = { choice: 'decimal_mark', example: '1,234', separators: [], units: [], evidence: [] };
const separator: CleansingQuestion = {
  choice: 'separator',
  example: 'a;b',
  separators: [';', ','],
  units: [],
  evidence: [],
};
const unit: CleansingQuestion = { choice: 'unit', example: '16384', separators: [], units: ['MB', 'GB'], evidence: [] };

test('an answer changes its own part of the choice, and taking the last one back leaves none', () => {
  const first = choiceWith({ unit: 'MB' }, order, 'day-first');
  expect(first).toEqual({ unit: 'MB', day_month_order: 'day-first' });
  expect(choiceWith(first, separator, 'whole')).toEqual({ ...first, separator: null });
  expect(choiceWith({ separator: ';' }, separator, UNANSWERED)).toBeNull();
});

test('that a cell is one value is an answer, and no answer is none', () => {
  expect(answerTo(separator, { separator: null })).toBe('whole');
  expect(answerTo(separator, { separator: ',' })).toBe(',');
  expect(answerTo(separator, null)).toBe(UNANSWERED);
  expect(answerTo(unit, { unit: 'TiB' })).toBe('TiB');
  expect(choiceWith({ decimal_mark: ',' }, unit, 'GB')).toEqual({ decimal_mark: ',', unit: 'GB' });
  expect(choiceWith({ unit: 'GB' }, unit, UNANSWERED)).toBeNull();
  expect(answerTo(mark, { decimal_mark: ',' })).toBe(',');
  expect(choiceWith({ unit: 'GB' }, mark, '.')).toEqual({ unit: 'GB', decimal_mark: '.' });
  expect(choiceWith({ decimal_mark: ',' }, mark, UNANSWERED)).toBeNull();
  expect(answerTo(order, { day_month_order: 'month-first' })).toBe('month-first');
});

test('what was answered is said in few words, what was not asked is not', () => {
  const given = { cleansing_questions: [unit, order, separator], cleansing: { unit: 'MB', separator: null } };
  expect(answersGiven(given as unknown as FieldMapping)).toEqual(['Numbers in MB.', 'One value a cell.']);
  expect(answersGiven({ ...given, cleansing: null } as unknown as FieldMapping)).toEqual([]);
});

test('a proposed unit is told with its reason, asks nothing, and gives way to an answer', () => {
  const proposed = { ...unit, proposed: { answer: 'MiB', reason: 'RVTools writes MiB' } };
  const mapping = { cleansing_questions: [{ ...proposed, is_answered: false }], cleansing: null, status: 'suggested' };
  expect(openQuestions(mapping as FieldMapping)).toEqual([]);
  expect(answersGiven(mapping as FieldMapping)).toEqual(['Numbers in MiB. RVTools writes MiB.']);
  expect(answersGiven({ ...mapping, cleansing: { unit: 'GB' } } as FieldMapping)).toEqual(['Numbers in GB.']);
});

test('a question that only a later pane knows is left out', () => {
  const given = { cleansing_questions: [{ ...unit, choice: 'later' }, order], cleansing: null };
  const mapping = given as unknown as FieldMapping;
  expect([knownQuestions(mapping), openQuestions(mapping), answersGiven(mapping)]).toEqual([[order], [order], []]);
});
