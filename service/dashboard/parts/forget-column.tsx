import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import type { TableColumn } from './VirtualTable.tsx';

interface Forgetting<Item> {
  nameOf(item: Item): string;
  /** null where the reader may forget nothing: then there is no such column. */
  forget: ((item: Item) => void) | null;
}

/** The last column of what is remembered: each item can be forgotten. */
export function forgetColumn<Item>({ nameOf, forget }: Forgetting<Item>): readonly TableColumn<Item>[] {
  if (forget === null) return [];
  const cell = (item: Item) => <ForgetButton name={nameOf(item)} forget={() => forget(item)} />;
  return [{ key: 'act', header: 'Forget', track: '6rem', cell }];
}

function ForgetButton({ name, forget }: { name: string; forget: () => void }) {
  const restore = useRestoreFocusTarget();
  return (
    <Button {...restore} size="small" aria-label={`Forget ${name}`} onClick={forget}>
      Forget
    </Button>
  );
}
