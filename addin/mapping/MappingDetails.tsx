import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { evidenceStrength } from '#shared/pages/evidence-strength.ts';
import { confidence } from '../shell/format.ts';
import { CleansingChoices } from './CleansingChoices.tsx';
import { FieldChoice } from './FieldChoice.tsx';
import { FieldName } from '#shared/pages/FieldName.tsx';
import { ForgetAction } from './ForgetAction.tsx';
import { changeOnPick } from './mapping-change.ts';
import type { MappingRowProps } from './MappingRow.tsx';
import { reasonText } from './reason-text.ts';
import { alsoConsidered } from './review-state.ts';
import { meaningsRemembered } from './value-meanings.ts';
import { ValueList } from './ValueList.tsx';

const useStyles = makeStyles({
  details: {
    gridColumnStart: 1,
    gridColumnEnd: -1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalXS,
  },
  muted: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, listStyleType: 'disc' },
});

/** What an open row shows: the choice of a field, values, questions, and what speaks for the suggestion. */
export function MappingDetails(props: MappingRowProps) {
  const { mapping, fields, usedFor, header, isDecidable, onChange } = props;
  const styles = useStyles();
  const chosen = fields.find((field) => field.name === mapping.target_field);
  const considered = alsoConsidered(mapping);
  return (
    <div role="gridcell" className={styles.details}>
      {isDecidable && (
        <FieldChoice
          mapping={mapping}
          header={header}
          fields={fields}
          usedFor={usedFor}
          addField={props.addField}
          onPick={(field) => onChange(changeOnPick(field))}
        />
      )}
      {chosen && (
        <Text size={200} className={styles.muted}>
          <bdi>{chosen.definition}</bdi> · stored as {chosen.name}
        </Text>
      )}
      {mapping.value_mappings !== null && chosen?.allowed_values && (
        <ValueList
          key={chosen.name}
          mapping={mapping}
          header={header}
          allowed={chosen.allowed_values}
          isReadOnly={!isDecidable}
          onChange={(values, target) =>
            onChange({ value_mappings: values.map((value) => ({ value, target_value: target })) })
          }
        />
      )}
      {mapping.cleansing_questions.length > 0 && (
        <CleansingChoices
          mapping={mapping}
          isReadOnly={!isDecidable}
          onChoice={(cleansing) => onChange({ cleansing })}
        />
      )}
      {/* They speak of what was suggested, not of what somebody chose instead. */}
      {mapping.match_type !== 'manual' && (
        <ul className={styles.list}>
          {mapping.reasons.map((one, index) => (
            <li key={index}>
              <Text size={200}>
                {reasonText(one.text)}
                {evidenceStrength(one.contribution)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {mapping.memory_id !== null && (
        <ForgetAction
          header={header}
          hasMeanings={meaningsRemembered(mapping) > 0}
          isBusy={props.isBusy}
          onForget={() => props.onForget(mapping.memory_id ?? '')}
        />
      )}
      {considered.length > 0 && (
        <Text size={200} className={styles.muted}>
          Also considered:{' '}
          {considered.map(({ target_field: name, confidence_score: score }, index) => (
            <Fragment key={name}>
              {index > 0 && ', '}
              <FieldName name={name} />
              {`\u00a0${confidence(score).figure}`}
            </Fragment>
          ))}
        </Text>
      )}
    </div>
  );
}
