import { Combobox, makeStyles, Option, OptionGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { TargetFieldView } from '#shared/schemas/target-field.schema.ts';

const useStyles = makeStyles({
  full: { minWidth: 0, width: '100%' },
  listbox: { maxHeight: '60vh' },
});

interface FieldPickerProps {
  label: string;
  value: string | null;
  fields: readonly TargetFieldView[];
  /** Best guesses first. */
  candidates: readonly string[];
  onPick(field: string): void;
}

/** All target fields by category, found by typing part of a name or of what it means. */
export function FieldPicker({ label, value, fields, candidates, onPick }: FieldPickerProps) {
  const styles = useStyles();
  const [search, setSearch] = useState<string | null>(null);
  const wanted = (search ?? '').trim().toLowerCase();
  const found = fields.filter(
    (field) =>
      wanted === '' ||
      `${field.name} ${field.name.replaceAll('_', ' ')} ${field.definition}`.toLowerCase().includes(wanted),
  );
  const likely = candidates.filter((name) => found.some((field) => field.name === name));
  const groups = [...new Set(found.map((field) => field.category))];
  return (
    <Combobox
      aria-label={label}
      className={styles.full}
      input={{ className: styles.full }}
      listbox={{ className: styles.listbox }}
      freeform
      placeholder="Search fields"
      value={search ?? value ?? ''}
      selectedOptions={value === null ? [] : [value]}
      onInput={(event) => setSearch(event.currentTarget.value)}
      onOptionSelect={(_event, data) => {
        setSearch(null);
        if (data.optionValue) onPick(data.optionValue);
      }}
    >
      {likely.length > 0 && (
        <OptionGroup label="Most likely">
          {likely.map((name) => (
            <Option key={`likely ${name}`} value={name}>
              {name}
            </Option>
          ))}
        </OptionGroup>
      )}
      {groups.map((group) => (
        <OptionGroup key={group} label={group}>
          {found
            .filter((field) => field.category === group)
            .map((field) => (
              <Option key={field.name} value={field.name}>
                {field.name}
              </Option>
            ))}
        </OptionGroup>
      ))}
    </Combobox>
  );
}
