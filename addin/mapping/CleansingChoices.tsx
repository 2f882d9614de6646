import { Fragment } from 'react';
import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { CleansingChoiceWire, CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import { countOf } from '#shared/format.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { answerTo, choiceWith, knownQuestions, UNANSWERED, WHOLE } from './cleansing-answers.ts';

const useStyles = makeStyles({
  choices: { display: 'grid', rowGap: tokens.spacingVerticalS },
  select: { minWidth: 0 },
  example: { overflowWrap: 'anywhere' },
});

interface CleansingChoicesProps {
  mapping: FieldMapping;
  isReadOnly: boolean;
  onChoice(choice: CleansingChoiceWire | null): void;
}

/** How cells are read that can be read in several ways; asked only where the column shows such cells. */
export function CleansingChoices({ mapping, isReadOnly, onChoice }: CleansingChoicesProps) {
  const styles = useStyles();
  return (
    <div className={styles.choices}>
      {knownQuestions(mapping).map((question) => (
        <Field
          key={question.choice}
          label={labels[question.choice]}
          hint={<Hint question={question} className={styles.example} />}
        >
          <Select
            size="small"
            className={styles.select}
            value={answerTo(question, mapping.cleansing)}
            disabled={isReadOnly}
            onChange={(_event, { value }) => onChoice(choiceWith(mapping.cleansing, question, value))}
          >
            <option value={UNANSWERED}>{unansweredWords(question)}</option>
            {optionsOf(question, mapping.cleansing).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}

const labels: Record<CleansingQuestion['choice'], string> = {
  day_month_order: 'Order of day and month',
  decimal_mark: 'Decimal mark',
  separator: 'Several values in a cell',
  unit: 'Unit of numbers without one',
};

const unanswered: Record<CleansingQuestion['choice'], string> = {
  day_month_order: 'Not decided: such dates stay empty',
  decimal_mark: 'Not decided: such numbers stay empty',
  separator: 'Not decided: a cell is one value',
  unit: 'Not decided: such numbers stay empty',
};

function unansweredWords({ choice, units, proposed }: CleansingQuestion): string {
  if (proposed !== undefined) return `${proposed.answer}, proposed: ${proposed.reason}`;
  return units.includes('%') ? 'Not decided: 0.45 is read as 0.45 %' : unanswered[choice];
}

function optionsOf(
  { choice, separators, units }: CleansingQuestion,
  chosen: CleansingChoiceWire | null,
): (readonly [string, string])[] {
  // Another than the usual ones may have been chosen through the API.
  if (choice === 'unit')
    return [...new Set([...units, ...(chosen?.unit === undefined ? [] : [chosen.unit])])].map((unit) => [
      unit,
      unitWords(unit),
    ]);
  if (choice === 'day_month_order')
    return [
      ['day-first', 'Day first: 03/04 is 3 April'],
      ['month-first', 'Month first: 03/04 is 4 March'],
    ];
  if (choice === 'decimal_mark')
    return [
      ['.', 'Point: 1,234 is 1234'],
      [',', 'Comma: 1.234 is 1234'],
    ];
  return [
    ...separators.map((separator) => [separator, `Split at ${separatorWords[separator]}`] as const),
    [WHOLE, 'Never split: a cell is one value'],
  ];
}

const unitWords = (unit: string): string =>
  unit === '%' ? 'Per cent: 0.45 is 0.45 %' : unit === 'fraction' ? 'Shares of one: 0.45 is 45 %' : unit;

const separatorWords: Record<CleansingQuestion['separators'][number], string> = {
  ';': 'semicolons',
  ',': 'commas',
  '|': 'bars',
  '\n': 'line breaks',
};

const onlyOrder = { 'day-first': 'can only be day first', 'month-first': 'can only be month first' };

function Hint({ question: { example, evidence }, className }: { question: CleansingQuestion; className: string }) {
  return (
    <Text size={200} className={className}>
      For example &quot;<bdi>{example}</bdi>&quot;
      {evidence.map(({ order, count, example: only }) => (
        <Fragment key={order}>
          . {count === null ? 'Some' : countOf(count, 'cell')} {onlyOrder[order]}, as &quot;<bdi>{only}</bdi>&quot;
        </Fragment>
      ))}
      {evidence.length > 0 && ', and will be read so whatever you choose'}
    </Text>
  );
}
