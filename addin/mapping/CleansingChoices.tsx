import { Fragment } from 'react';
import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { CleansingChoiceWire, CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import { countOf } from '#shared/format.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import { answerTo, choiceWith, knownQuestions, UNANSWERED } from './cleansing-answers.ts';
import { optionsOf, orderWords } from './cleansing-words.ts';

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

function Hint({ question: { example, evidence }, className }: { question: CleansingQuestion; className: string }) {
  return (
    <Text size={200} className={className}>
      For example &quot;<bdi>{example}</bdi>&quot;
      {evidence.map(({ order, count, example: only }) => (
        <Fragment key={order}>
          . {count === null ? 'Some' : countOf(count, 'cell')} {orderWords(order)}, as &quot;<bdi>{only}</bdi>&quot;
        </Fragment>
      ))}
      {evidence.length > 0 && ', and will be read so whatever you choose'}
    </Text>
  );
}
