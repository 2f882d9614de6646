import {
  Badge,
  Button,
  createFocusOutlineStyle,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import {
  ArrowUndoRegular,
  CheckmarkRegular,
  ChevronDownRegular,
  ChevronUpRegular,
  DismissRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import { useId } from 'react';
import { ownDirection } from '#shared/own-direction.ts';
import { columnStanding, type ColumnStanding } from '#shared/pages/column-standing.ts';
import { countOf } from '#shared/format.ts';
import type { CleansingQuestion } from '#shared/schemas/cleansing.schema.ts';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetFieldView } from '#shared/schemas/target-field.schema.ts';
import { confidence } from '../shell/format.ts';
import { Spoken } from '#shared/pages/Spoken.tsx';
import { answersGiven, openQuestions } from './cleansing-answers.ts';
import { FieldName } from '#shared/pages/FieldName.tsx';
import type { FieldOrder } from './field-order.ts';
import type { Forgotten } from './ForgetAction.tsx';
import type { MappingChange } from './mapping-change.ts';
import { MappingDetails } from './MappingDetails.tsx';
import type { OwnField } from './own-field.ts';
import { readingTexts } from './reading-texts.ts';
import { reasonText } from './reason-text.ts';
import { meaningsRemembered, valueQuestions } from './value-meanings.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
    // The focus ring is drawn around it.
    position: 'relative',
    ...createFocusOutlineStyle(),
  },
  decided: { backgroundColor: tokens.colorNeutralBackground2 },
  notes: { minWidth: 0 },
  names: { minWidth: 0, overflowWrap: 'anywhere' },
  muted: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  samples: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  readings: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  asked: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalXS,
    alignItems: 'start',
  },
  amber: { fontSize: tokens.fontSizeBase400, color: tokens.colorStatusWarningForeground1 },
  actions: { display: 'flex', alignItems: 'start', justifyContent: 'end', gap: tokens.spacingHorizontalXXS },
  wide: { gridColumnStart: 1, gridColumnEnd: -1, minWidth: 0 },
});

export interface MappingRowProps {
  mapping: FieldMapping;
  /** What the column is called: its header, told apart by a number, or its position. */
  header: string;
  fields: readonly TargetFieldView[];
  /** The other columns of each field. */
  usedFor: ReadonlyMap<string, readonly string[]>;
  /** Null where the key may not add any. */
  addField: ((field: OwnField) => Promise<void>) | null;
  /** Among all that are listed, from 1. */
  place: number;
  isOpen: boolean;
  /** All mappings of the import were approved: what was not is left out. */
  isApproved: boolean;
  /** Whether its mapping can be changed; else it is only shown. */
  isDecidable: boolean;
  /** Other columns have its field, too. */
  order: FieldOrder | null;
  isBusy: boolean;
  onToggle(): void;
  onChange(change: MappingChange): void;
  onGoFirst(): void;
  onForget(memoryId: string): Promise<Forgotten>;
}

const toDecide: Record<CleansingQuestion['choice'], string> = {
  day_month_order: 'Say whether day or month comes first.',
  decimal_mark: 'Say which mark decimals have.',
  separator: 'Say whether cells hold several values.',
  unit: 'Say in which unit the numbers are.',
};

const questionsOf = (mapping: FieldMapping): string[] => [
  ...openQuestions(mapping).map(({ choice }) => toDecide[choice]),
  ...valueQuestions(mapping),
];

/** One column: header → field, how sure, the values and the first reason; opened, everything that spoke for or against. */
export function MappingRow(props: MappingRowProps) {
  const styles = useStyles();
  const { mapping, header, isOpen, isBusy } = props;
  const standing = columnStanding(mapping, props);
  const isDecided = standing === 'approved' || standing === 'left_out';
  const asked = standing === 'left_out' || props.isApproved ? [] : questionsOf(mapping);
  const readings = standing === 'left_out' ? [] : readingTexts(mapping);
  const meanings = meaningsRemembered(mapping);
  const id = useId();
  const order = isOpen || props.order?.isAside !== true ? props.order : null;
  const parts = [
    'target',
    'confidence',
    ...(readings.length > 0 ? ['readings'] : []),
    ...(asked.length > 0 ? ['asked'] : []),
    ...(standing === 'suggested' ? ['standing'] : []),
    'notes',
    ...(order === null ? [] : ['order']),
  ].map((part) => `${id}-${part}`);
  return (
    <div
      role="row"
      className={mergeClasses(styles.row, isDecided && styles.decided)}
      data-mapping={mapping.id}
      tabIndex={-1}
      aria-label={header}
      aria-describedby={parts.join(' ')}
      aria-rowindex={props.place}
    >
      <div role="rowheader" className={styles.names}>
        <Text weight="semibold">{ownDirection(header)}</Text> →{' '}
        <span id={`${id}-target`}>
          <Text>
            <Target mapping={mapping} standing={standing} />
          </Text>
          {mapping.is_secondary && standing !== 'left_out' && <Text> · second source</Text>}
        </span>
      </div>
      <div role="gridcell" className={styles.actions} id={`${id}-confidence`}>
        <Confidence mapping={mapping} standing={standing} />
      </div>
      <Text size={200} role="gridcell" className={mergeClasses(styles.samples, styles.wide)}>
        {mapping.samples.length === 0 ? 'no values' : mapping.samples.slice(0, 5).map(ownDirection).join(' · ')}
      </Text>
      {readings.length > 0 && (
        <Text size={200} role="gridcell" className={mergeClasses(styles.readings, styles.wide)} id={`${id}-readings`}>
          Read as: {readings.join(' · ')}
        </Text>
      )}
      {asked.length > 0 && (
        <div role="gridcell" className={mergeClasses(styles.asked, styles.wide)} id={`${id}-asked`}>
          <WarningRegular className={styles.amber} aria-hidden />
          <div className={styles.names}>
            {asked.map((question) => (
              <Text key={question} size={200} block>
                {question}{' '}
              </Text>
            ))}
          </div>
        </div>
      )}
      <div role="gridcell" className={styles.notes}>
        {standing === 'suggested' && <Spoken id={`${id}-standing`}>not decided yet</Spoken>}
        <Text size={200} className={styles.muted} id={`${id}-notes`}>
          {standing !== 'left_out' && answersGiven(mapping).map((answer) => `${answer} `)}
          {meanings > 0 && standing !== 'left_out' && `${countOf(meanings, 'meaning')} of values remembered. `}
          {decisionText(mapping, standing)}
        </Text>
      </div>
      <div role="gridcell" className={styles.actions} data-actions>
        {props.isDecidable && <Decisions {...props} />}
        <IconAction
          label={`${props.isDecidable ? 'Change' : 'Show'} ${header}`}
          icon={isOpen ? <ChevronUpRegular /> : <ChevronDownRegular />}
          isExpanded={isOpen}
          onClick={() => props.onToggle()}
        />
      </div>
      {order !== null && (
        <div role="gridcell" className={styles.wide}>
          <Text size={200} id={`${id}-order`}>
            {order.text}
          </Text>{' '}
          {props.isDecidable && order.act !== null && (
            <Button
              size="small"
              disabledFocusable={isBusy}
              onClick={() =>
                props.order?.act === 'fill_in' ? props.onChange({ is_secondary: true }) : props.onGoFirst()
              }
            >
              {order.act === 'fill_in' ? 'Fill in only' : 'Let it go first'}
            </Button>
          )}
        </div>
      )}
      {isOpen && <MappingDetails {...props} />}
    </div>
  );
}

/** Who decided on the column, or while nobody did, the first reason for what is suggested. */
function decisionText(mapping: FieldMapping, standing: ColumnStanding): string {
  const [reason] = mapping.reasons;
  if (standing === 'suggested' || standing === 'unmapped') return reason === undefined ? '' : reasonText(reason.text);
  if (mapping.status === 'suggested') return 'Left out, as nobody decided on it';
  return `${standing === 'approved' ? 'Approved' : 'Left out'} by ${mapping.decided_by ?? 'somebody'}`;
}

function Target({ mapping, standing }: { mapping: FieldMapping; standing: ColumnStanding }) {
  if (standing === 'left_out') return 'left out';
  return mapping.target_field === null ? 'not mapped' : <FieldName name={mapping.target_field} />;
}

/** Approve and leave out, or take either back. The row keeps the focus, as the button goes with the decision. */
function Decisions({ mapping, header, onChange }: MappingRowProps) {
  const decide = (status: FieldMapping['status']) => (button: HTMLElement) => {
    button.closest<HTMLElement>('[data-mapping]')?.focus();
    onChange({ status });
  };
  if (mapping.status !== 'suggested')
    return (
      <IconAction label={`Undo the decision on ${header}`} icon={<ArrowUndoRegular />} onClick={decide('suggested')} />
    );
  return (
    <>
      {mapping.target_field !== null && (
        <IconAction label={`Approve ${header}`} icon={<CheckmarkRegular />} onClick={decide('approved')} />
      )}
      <IconAction label={`Leave out ${header}`} icon={<DismissRegular />} onClick={decide('rejected')} />
    </>
  );
}

function Confidence({ mapping, standing }: { mapping: FieldMapping; standing: ColumnStanding }) {
  if (mapping.match_type === 'manual') return <Badge appearance="tint">Your choice</Badge>;
  if (mapping.memory_id !== null && mapping.status === 'suggested') return <Badge appearance="tint">Remembered</Badge>;
  if (mapping.target_field === null || standing === 'left_out') return null;
  const { word, figure } = confidence(mapping.confidence_score);
  const color = word === 'High' ? 'success' : word === 'Medium' ? 'warning' : 'danger';
  return (
    <Badge appearance="tint" color={color}>
      {word} {figure}
    </Badge>
  );
}

interface IconActionProps {
  label: string;
  icon: React.ReactElement;
  isExpanded?: boolean;
  onClick(button: HTMLElement): void;
}

function IconAction({ label, icon, isExpanded, onClick }: IconActionProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={icon}
        {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
        onClick={(event) => onClick(event.currentTarget)}
      />
    </Tooltip>
  );
}
