import {
  Button,
  Field,
  makeStyles,
  MessageBarBody,
  Radio,
  RadioGroup,
  Select,
  Text,
  tokens,
  useId,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { AssetChangeView } from '#shared/schemas/asset.schema.ts';
import type { ConflictDetail } from '#shared/schemas/conflict.schema.ts';
import { UNTITLED } from '#shared/pages/untitled.ts';
import { fieldValueText } from '#shared/value-text.ts';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { formatWord } from '../parts/format.ts';
import { Notice } from '../parts/Notice.tsx';
import { recordText, type HeaderRow } from '#shared/records-text.ts';
import { PANEL_PADDING } from '../parts/panel-padding.ts';
import {
  choosableFields,
  countingRow,
  decisionOptions,
  requestOf,
  type ChoosableField,
  type ChosenRow,
} from './decision.ts';
import { effectLine } from './decision-effect.ts';
import { DecisionImpact } from './DecisionImpact.tsx';
import { RememberChoice } from './RememberChoice.tsx';
import { useDecide, useDecisionPreview, type ConflictAddress } from './use-conflicts.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, flexShrink: 0 },
  // The one button of the panel stays in sight while the sides are read, with what it does: that may be below it.
  act: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    position: 'sticky',
    // Over the padding of the panel: nothing shows below it or beside it.
    insetBlockEnd: `calc(-1 * ${PANEL_PADDING.block})`,
    marginBlockEnd: `calc(-1 * ${PANEL_PADDING.block})`,
    marginInline: `calc(-1 * ${PANEL_PADDING.inline})`,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: PANEL_PADDING.inline,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(14rem, 1fr))',
    gap: tokens.spacingVerticalS,
  },
});

/** What the records are, by which values, and for how long; what it changes stands above the button that does it. */
export function DecisionForm({ address, conflict }: { address: ConflictAddress; conflict: ConflictDetail }) {
  const styles = useStyles();
  const [chosen, setChosen] = useState({ optionId: '', version: conflict.version });
  const [rows, setRows] = useState<ReadonlyMap<string, ChosenRow>>(new Map());
  const [remember, setRemember] = useState(false);
  const options = decisionOptions(conflict);
  // What was chosen was chosen of what was looked at.
  const isChanged = chosen.version !== conflict.version;
  const optionId = isChanged ? '' : chosen.optionId;
  const option = options.find(({ id }) => id === optionId);
  const decision = option === undefined ? null : requestOf(option, rows, conflict);
  const preview = useDecisionPreview(address, decision);
  const decide = useDecide(address);
  const effectId = useId('effect');
  const effect =
    decision === null
      ? 'Choose what these records are.'
      : preview.isSuccess && effectLine(preview.data, decision.action, conflict);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (decision !== null) decide.mutate({ decision, remember });
      }}
    >
      {isChanged && chosen.optionId !== '' && decide.error === null && (
        <Notice {...UNTITLED} intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            What these records may be has changed since you chose. Look at it again, and choose anew.
          </MessageBarBody>
        </Notice>
      )}
      <Field label="These records are">
        <RadioGroup
          value={optionId}
          onChange={(_event, { value }) => {
            if (isChanged) setRows(new Map());
            decide.reset();
            setChosen({ optionId: value, version: conflict.version });
          }}
        >
          {options.map(({ id, label }) => (
            <Radio key={id} value={id} label={label} />
          ))}
        </RadioGroup>
      </Field>
      {option?.action === 'merge' && (
        <FieldChoices
          fields={choosableFields(conflict, option.assetId)}
          headerRow={conflict.header_row}
          written={preview.data?.changes[0]}
          rows={rows}
          onChange={setRows}
        />
      )}
      <RememberChoice isChosen={remember} choose={setRemember} />
      {decision !== null && <DecisionImpact preview={preview} action={decision.action} conflict={conflict} />}
      {decide.error !== null && <FailureNotice failure={decide.error} />}
      <div className={styles.act}>
        <Button
          type="submit"
          aria-describedby={effectId}
          appearance="primary"
          disabledFocusable={decision === null || !preview.isSuccess || decide.isPending}
        >
          {decide.isPending ? 'Deciding…' : 'Decide'}
        </Button>
        <Text id={effectId} size={200}>
          {effect}
        </Text>
      </div>
    </form>
  );
}

interface FieldChoicesProps {
  fields: readonly ChoosableField[];
  headerRow: HeaderRow;
  /** The asset as the decision would leave it, once that is known. */
  written: AssetChangeView | undefined;
  rows: ReadonlyMap<string, ChosenRow>;
  onChange(rows: ReadonlyMap<string, ChosenRow>): void;
}

/** How a choice stands in the list: by its row, or by this word for the asset's own. */
const OWN = 'own';

/** Where what becomes one differs, the row whose value counts, or that of the asset. */
function FieldChoices({ fields, headerRow, written, rows, onChange }: FieldChoicesProps) {
  const styles = useStyles();
  const chosen = (field: ChoosableField): ChosenRow =>
    rows.get(field.field) ?? (rows.has(field.field) ? null : countingRow(field, written));
  if (fields.length === 0) return null;
  return (
    <div className={styles.fields} role="group" aria-label="Values that count">
      {fields.map(({ field, options }) => (
        <Field key={field} label={formatWord(field)} size="small">
          <Select
            size="small"
            value={chosen({ field, options }) ?? OWN}
            onChange={(_event, { value }) => {
              const others = [...rows].filter(([name]) => name !== field);
              onChange(new Map([...others, [field, value === OWN ? null : Number(value)]]));
            }}
          >
            {options.map(({ row, values }) => (
              <option key={row ?? OWN} value={row ?? OWN}>
                {values.map(({ value }) => fieldValueText(field, value)).join(', ')} (
                {row === null ? 'the asset has it' : recordText(row, headerRow)})
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}
