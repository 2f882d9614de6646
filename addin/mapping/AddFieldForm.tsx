import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { sentence } from '#shared/field-label.ts';
import { isRefused } from '../import/is-refused.ts';
import { FailureNotice } from '../shell/ErrorNotice.tsx';
import { refusedParts, storedName, typeLabels, OWN_CATEGORY, type OwnField } from './own-field.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    borderInlineStartWidth: tokens.strokeWidthThick,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    minWidth: 0,
  },
  pair: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  part: { flexGrow: 1, flexShrink: 1, flexBasis: '8rem', minWidth: 0 },
  full: { minWidth: 0, width: '100%' },
  hint: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface AddFieldFormProps {
  /** The column the field is for. */
  header: string;
  /** What was searched; '' begins with the column's header. */
  searched: string;
  categories: readonly string[];
  /** Rejects with what the service said. */
  onAdd(field: OwnField): Promise<void>;
  onCancel(): void;
}

/** A field of the client's own, named and described beside the column that needs it. */
export function AddFieldForm({ header, searched, categories, onAdd, onCancel }: AddFieldFormProps) {
  const styles = useStyles();
  const first = useRef<HTMLInputElement>(null);
  const [label, setLabel] = useState(searched.trim() === '' ? header : searched.trim());
  const [type, setType] = useState<OwnField['type']>('string');
  const [category, setCategory] = useState(OWN_CATEGORY);
  const [definition, setDefinition] = useState(`What the column ${header} holds`.slice(0, 300));
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const refused = refusedParts(error);
  const name = storedName(label);

  useEffect(() => {
    first.current?.focus();
    first.current?.select();
  }, []);

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    setError(null);
    try {
      await onAdd({ name, type, category, definition: definition.trim() });
    } catch (failure) {
      setError(failure);
      setIsBusy(false);
      first.current?.focus();
    }
  };

  return (
    <form
      className={styles.form}
      aria-label={`Add a field for ${header}`}
      noValidate
      onSubmit={(event) => void add(event)}
      onKeyDown={(event) => {
        // The keys of the list of columns mean nothing here.
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Text as="h3" weight="semibold" style={{ margin: 0 }}>
        Add a field for this client
      </Text>
      <Field label="Name" hint={name === '' ? null : <bdi>Stored as {name}</bdi>} {...messageOf(refused?.name)}>
        <Input
          input={{ ref: first, className: styles.full }}
          className={styles.full}
          value={label}
          onChange={(_event, { value }) => setLabel(value)}
        />
      </Field>
      <div className={styles.pair}>
        <Field className={styles.part} label="Type" {...messageOf(refused?.type)}>
          <Select
            className={styles.full}
            value={type}
            onChange={(_event, { value }) => setType(value as OwnField['type'])}
          >
            {Object.entries(typeLabels).map(([one, words]) => (
              <option key={one} value={one}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <Field className={styles.part} label="Category" {...messageOf(refused?.category)}>
          <Select className={styles.full} value={category} onChange={(_event, { value }) => setCategory(value)}>
            {categories.map((one) => (
              <option key={one} value={one}>
                {sentence(one)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label="What it means" {...messageOf(refused?.definition)}>
        <Input
          input={{ className: styles.full }}
          className={styles.full}
          value={definition}
          onChange={(_event, { value }) => setDefinition(value)}
        />
      </Field>
      {error !== null && refused === null && (
        <FailureNotice
          error={error}
          safe={isRefused(error) ? 'No field was added.' : 'It may have been added: look for it among the fields.'}
        />
      )}
      <Text size={200} className={styles.hint}>
        Every engagement of this client can then use it.
      </Text>
      <div className={styles.actions}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={isBusy}>
          Add and use it
        </Button>
        <Button size="small" disabledFocusable={isBusy} onClick={() => onCancel()}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function messageOf(refused: string | undefined) {
  return refused === undefined ? {} : { validationState: 'error' as const, validationMessage: refused };
}
