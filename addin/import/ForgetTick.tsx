import type { WithdrawalPreview } from '#shared/schemas/asset.schema.ts';
import { learnedFromImport } from '#shared/pages/withdrawal-impact.ts';
import { Tick } from '../shell/Tick.tsx';

interface ForgetTickProps {
  preview: WithdrawalPreview | undefined;
  isForgetting: boolean;
  onChange(isForgetting: boolean): void;
}

/** Offers to forget what was learned from an import that ends; nothing where that is nothing. */
export function ForgetTick({ preview, isForgetting, onChange }: ForgetTickProps) {
  const learned = learnedFromImport(preview);
  if (learned === null) return null;
  return (
    <Tick
      checked={isForgetting}
      onChange={(_event, data) => onChange(data.checked === true)}
      label={`Also forget ${learned} learned from it`}
    />
  );
}
