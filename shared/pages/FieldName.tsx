import { fieldLabel } from '../field-label.ts';

/** A field as people call it; its name in the inventory and the API is what the pointer shows. */
export function FieldName({ name }: { name: string }) {
  return <span title={name}>{fieldLabel(name)}</span>;
}
