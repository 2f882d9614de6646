import { Checkbox } from '@fluentui/react-components';
import type { WithdrawalPreview } from '#shared/schemas/asset.schema.ts';
import { learnedFromImport } from '#shared/pages/withdrawal-impact.ts';

interface ForgetChoiceProps {
  preview: WithdrawalPreview | undefined;
  isForgetting: boolean;
  onChange: (isForgetting: boolean) => void;
}

/** Offers to forget what was learned from an import that ends; nothing where that is nothing. */
export function ForgetChoice({ preview, isForgetting, onChange }: ForgetChoiceProps) {
  const learned = learnedFromImport(preview);
  if (learned === null) return null;
  return (
    <Checkbox
      checked={isForgetting}
      onChange={(_event, { checked }) => onChange(checked === true)}
      label={`Also forget ${learned} learned from it`}
    />
  );
}
