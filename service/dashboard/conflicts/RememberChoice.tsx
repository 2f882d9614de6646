import { Checkbox, Field } from '@fluentui/react-components';

interface RememberChoiceProps {
  isChosen: boolean;
  isBusy?: boolean;
  choose(isChosen: boolean): void;
}

/** For how long a decision holds. */
export function RememberChoice({ isChosen, isBusy = false, choose }: RememberChoiceProps) {
  return (
    <Field hint="Otherwise this holds for this import only: the same records can be held again by the next one. What is remembered can be forgotten under Decision: Remembered.">
      <Checkbox
        checked={isChosen}
        disabled={isBusy}
        onChange={(_event, { checked }) => choose(checked === true)}
        label="Remember: decide records with the same keys the same way in later imports of this client"
      />
    </Field>
  );
}
