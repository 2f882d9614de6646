import { Combobox, Field, Input, makeStyles, Option } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import { useArrowStyles } from '../shell/use-arrow-styles.ts';
import type { TenantChoice } from './use-connect-form.ts';
import { isTenantId } from './use-connection.ts';

const useStyles = makeStyles({ full: { minWidth: 0, width: '100%' } });

/**
 * Chosen from what the key may see, or typed when it may create. What is typed stays as it is: an option that begins like it
 * is another client, and taking it for the typed one would import into the wrong place.
 */
export function TenantField({ label, value, isBound, choices, onChange }: TenantChoice & { label: string }) {
  const styles = useStyles();
  const { arrow } = useArrowStyles();
  const input = useRef<HTMLInputElement>(null);
  const hadFocus = useRef(false);
  const [isTyped, setIsTyped] = useState(false);
  const found = isTyped
    ? choices.filter((choice) => choice.toLowerCase().includes(value.trim().toLowerCase()))
    : choices;
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
          // Nothing is pointed at before an arrow key does, so that Tab and Enter take nothing.
          disableAutoFocus
          className={styles.full}
          input={{ ref: input, className: styles.full }}
          expandIcon={{ 'aria-label': `Open the list: ${label}`, className: arrow }}
          value={value}
          onInput={(event) => {
            setIsTyped(true);
            onChange(event.currentTarget.value);
          }}
          onOpenChange={(_event, { open }) => open || setIsTyped(false)}
          onFocus={() => (hadFocus.current = true)}
          onBlur={() => (hadFocus.current = false)}
          onOptionSelect={(_event, { optionValue }) => optionValue !== undefined && onChange(optionValue)}
        >
          {found.map((choice) => (
            // Without a text Fluent does not point at what begins like the typed.
            <Option key={choice} value={choice} text="">
              {choice}
            </Option>
          ))}
          {isTyped && found.length === 0 && (
            <Option disabled text="">
              None is called like this yet
            </Option>
          )}
        </Combobox>
      )}
    </Field>
  );
}
