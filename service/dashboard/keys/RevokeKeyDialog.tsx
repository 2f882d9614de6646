import { useContext } from 'react';
import { countOf } from '#shared/format.ts';
import { serverNow } from '#shared/server-clock.ts';
import type { ApiKeyView } from '#shared/schemas/access.schema.ts';
import { ConfirmDialog } from '../parts/ConfirmDialog.tsx';
import { formatWord } from '../parts/format.ts';
import { Announce } from '../parts/use-announced.ts';
import { useSignedIn } from '../session/session-context.ts';
import { grantWords } from './grant-words.ts';
import { isUsable } from './key-expiry.ts';
import { useKeyActs } from './use-keys.ts';

interface RevokeKeyDialogProps {
  apiKey: ApiKeyView;
  /** All further keys; null when they are not all loaded. */
  others: readonly ApiKeyView[] | null;
  close: () => void;
}

export function RevokeKeyDialog({ apiKey, others, close }: RevokeKeyDialogProps) {
  const { session } = useSignedIn();
  const { revoke } = useKeyActs();
  const announce = useContext(Announce);
  const report = (): void => {
    close();
    announce(`Key ${apiKey.name} revoked`);
  };
  return (
    <ConfirmDialog
      isDestructive
      title={`Revoke the key ${apiKey.name}?`}
      impact={impactOf(apiKey, others, session.key_id)}
      confirmLabel="Revoke key"
      busyLabel="Revoking…"
      isBusy={revoke.isPending}
      failure={revoke.error}
      confirm={() => revoke.mutate(apiKey.key_id, { onSuccess: report })}
      close={close}
    />
  );
}

function impactOf(apiKey: ApiKeyView, others: readonly ApiKeyView[] | null, ownId: string): string[] {
  const isSimilar = (other: ApiKeyView): boolean =>
    isUsable(other, serverNow()) &&
    other.role === apiKey.role &&
    other.client_account_id === apiKey.client_account_id &&
    other.engagement_id === apiKey.engagement_id;
  const left = others?.filter(isSimilar).length ?? null;
  return [
    'Every pane, script and dashboard that uses it is refused from its next call on.',
    'Imports and flows it started are kept, and running flows go on.',
    ...(left === null
      ? []
      : [
          `${left === 0 ? 'No other key' : countOf(left, 'other key')} with the role ${formatWord(apiKey.role)} for ${apiKey.client_account_id === null ? 'all clients' : grantWords(apiKey)} ${left > 1 ? 'are' : 'is'} left.`,
        ]),
    ...(apiKey.key_id === ownId ? ['It is the key you are signed in with: you are signed out.'] : []),
    'It cannot be taken back; a new key has to be made.',
  ];
}
