import { Combobox, Field, Input, makeStyles, Option } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import type { TenantChoice } from './use-connect-form.ts';
import { isTenantId } from './use-connection.ts';

const useStyles = makeStyles({ full: { minWidth: 0, width: '100%' } });

/** Chosen from what the key may see, or typed when it may create. */
export function TenantField({ label, value, isBound, choices, onChange }: TenantChoice & { label: string }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    // The box that was typed in is another one now.
    if (hadFocus.current) input.current?.focus();
  }, [isBound]);
  const isWrong = value !== '' && !isTenantId(value);
  return (
    <Field
      label={label}
      required
      {...(isBound ? { hint: 'Fixed by your key.' } : {})}
      {...(isWrong
        ? { validationState: 'error' as const, validationMessage: 'Use letters, digits, dots, dashes and underscores.' }
        : {})}
    >
      {isBound ? (
        <Input className={styles.full} input={{ ref: input, className: styles.full }} value={value} readOnly />
      ) : (
        <Combobox
          freeform
          className={styles.full}
          input={{ ref: input, className: styles.full }}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
          onFocus={() => (hadFocus.current = true)}
          onBlur={() => (hadFocus.current = false)}
          onOptionSelect={(_event, data) => onChange(data.optionValue ?? '')}
        >
          {choices.map((choice) => (
            <Option key={choice}>{choice}</Option>
          ))}
        </Combobox>
      )}
    </Field>
  );
}
