import { Combobox, Field, makeStyles, Option } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import type { Tenant } from '../session/session-context.ts';
import { useNodeSearch } from './use-graph.ts';

// The box would rather be wider than a small window.
const useStyles = makeStyles({ field: { maxWidth: '100%' }, box: { minWidth: 0 } });

/** Finds an asset, or a name that assets lean on, by its beginning. */
export function NodeSearch({ tenant, choose }: { tenant: Tenant; choose: (node: string) => void }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useNodeSearch(tenant, wanted);
  const items = wanted === '' ? [] : (found.data?.items ?? []);
  return (
    <Field label="Asset" size="small" className={styles.field}>
      <Combobox
        className={styles.box}
        size="small"
        freeform
        placeholder="Name begins with"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onOptionSelect={(_event, { optionValue, optionText }) => {
          if (optionValue === undefined || optionValue === '') return;
          setText(optionText ?? '');
          choose(optionValue);
        }}
      >
        {items.map((node) => (
          <Option key={node.node_id} value={node.node_id} text={node.name}>
            {node.name}
            {node.kind !== 'asset' && ' (no asset of the inventory)'}
          </Option>
        ))}
        {wanted !== '' && found.data?.items.length === 0 && (
          <Option value="" text={text} disabled>
            {found.isPlaceholderData ? 'Looking for it' : 'No name begins like this'}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
