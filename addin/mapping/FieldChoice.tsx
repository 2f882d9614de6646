import { useRef, useState } from 'react';
import type { FieldMapping } from '#shared/schemas/field-mapping.schema.ts';
import type { TargetFieldView } from '#shared/schemas/target-field.schema.ts';
import { AddFieldForm } from './AddFieldForm.tsx';
import { FieldPicker } from './FieldPicker.tsx';
import { categoriesOf, type OwnField } from './own-field.ts';

interface FieldChoiceProps {
  mapping: FieldMapping;
  header: string;
  fields: readonly TargetFieldView[];
  usedFor: ReadonlyMap<string, readonly string[]>;
  /** Null where the key may not add any. */
  addField: ((field: OwnField) => Promise<void>) | null;
  onPick(field: string | null): void;
}

/** The field of a column, among those there are or added to them. */
export function FieldChoice({ mapping, header, fields, usedFor, addField, onPick }: FieldChoiceProps) {
  const [searched, setSearched] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const close = (): void => {
    setSearched(null);
    picker.current?.focus();
  };
  return (
    <>
      <FieldPicker
        label={`Target field of ${header}`}
        value={mapping.status === 'rejected' ? null : (mapping.target_field ?? undefined)}
        fields={fields}
        candidates={mapping.candidates}
        usedFor={usedFor}
        input={picker}
        onPick={(field) => {
          setSearched(null);
          onPick(field);
        }}
        onAdd={addField === null ? null : setSearched}
      />
      {addField !== null && searched !== null && (
        <AddFieldForm
          header={header}
          searched={searched}
          categories={categoriesOf(fields)}
          onAdd={async (field) => {
            await addField(field);
            onPick(field.name);
            close();
          }}
          onCancel={close}
        />
      )}
    </>
  );
}
