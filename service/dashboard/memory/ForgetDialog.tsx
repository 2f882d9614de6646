import { fieldLabel } from '#shared/field-label.ts';
import type { RememberedMappingView } from '#shared/schemas/mapping-memory.schema.ts';
import { countOf } from '#shared/format.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import type { Tenant } from '../session/session-context.ts';
import { useForget } from './use-memory.ts';

interface ForgetDialogProps {
  tenant: Tenant;
  entry: RememberedMappingView;
  close: () => void;
}

export function ForgetDialog({ tenant, entry, close }: ForgetDialogProps) {
  const forget = useForget(tenant);
  const meaning = entry.target_field === null ? 'left out' : `mapped to ${fieldLabel(entry.target_field)}`;
  return (
    <ConfirmDialog
      title={`Forget the decision on ${entry.header}?`}
      impact={[
        `Columns named like it are no longer ${meaning} for ${tenant.clientAccountId}; the next import is suggested anew.`,
        ...(entry.meanings.length > 0
          ? [
              `${countOf(entry.meanings.length, 'meaning')} of their values ${entry.meanings.length === 1 ? 'is' : 'are'} forgotten too.`,
            ]
          : []),
        'Undecided columns of open imports show the own suggestion again.',
        `The ${countOf(entry.use_count, 'import')} it was used in ${entry.use_count === 1 ? 'stays' : 'stay'} as approved.`,
      ]}
      confirmLabel="Forget"
      busyLabel="Forgetting…"
      isBusy={forget.isPending}
      failure={forget.error}
      confirm={() => forget.mutate(entry.memory_id, { onSuccess: close })}
      close={close}
    />
  );
}
