import { useState } from 'react';
import { ApiFailure } from '#shared/call-endpoint.ts';
import { createApiKeyRequestSchema } from '#shared/schemas/access.schema.ts';
import { serverNow } from '#shared/server-clock.ts';
import type { Role } from '#shared/statuses.ts';
import { useSignedIn } from '../session/session-context.ts';
import { endOf, type Lifetime } from './key-expiry.ts';
import { useKeyActs } from './use-keys.ts';

export interface KeyForm {
  name: string;
  role: Role;
  client: string;
  engagement: string;
  lifetime: Lifetime;
  /** What is wrong, by field; empty until it was submitted once. */
  problems: Partial<Record<'name' | 'client' | 'engagement', string>>;
  /** Parts of the grant that this admin's own key fixes. */
  fixedClient: string | null;
  fixedEngagement: string | null;
  change: (changes: Partial<Pick<KeyForm, 'name' | 'role' | 'client' | 'engagement' | 'lifetime'>>) => void;
}

/**
 * The form for a new key, checked with the schema the service checks it with. An empty field of the grant means any.
 *
 * @param goToName  called when the name will not do
 */
export function useCreateKey(goToName: () => void) {
  const { session } = useSignedIn();
  const { create } = useKeyActs();
  const [isSubmitted, setIsSubmitted] = useState(false);
  const [values, setValues] = useState({
    name: '',
    role: 'analyst' as Role,
    client: session.client_account_id ?? '',
    engagement: session.engagement_id ?? '',
    lifetime: null as Lifetime,
  });
  const request = createApiKeyRequestSchema.safeParse({
    name: values.name.trim(),
    role: values.role,
    grant: { client_account_id: values.client.trim() || null, engagement_id: values.engagement.trim() || null },
  });
  const isTaken = isNameTaken(create.error) && create.variables?.name === request.data?.name;
  const wrong = request.success ? {} : problemsOf(request.error.issues);
  const form: KeyForm = {
    ...values,
    problems: isTaken ? { name: create.error?.message ?? '' } : isSubmitted ? wrong : {},
    fixedClient: session.client_account_id,
    fixedEngagement: session.engagement_id,
    change: (changes) => setValues((before) => ({ ...before, ...changes })),
  };
  const submit = (): void => {
    setIsSubmitted(true);
    if (wrong.name !== undefined) goToName();
    if (!request.success || create.isPending) return;
    create.mutate(
      { ...request.data, expires_at: endOf(values.lifetime, serverNow()) },
      { onError: (failure) => isNameTaken(failure) && goToName() },
    );
  };
  return { form, create, submit, failure: isNameTaken(create.error) ? null : create.error };
}

/** Said at the field, not as a failure of the whole. */
function isNameTaken(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.problem?.code === 'key_name_exists';
}

function problemsOf(issues: readonly { path: PropertyKey[]; message: string }[]): KeyForm['problems'] {
  const problems: KeyForm['problems'] = {};
  for (const { path, message } of issues) {
    const field = path.at(-1);
    if (field === 'name') problems.name = 'Give it a name of up to 100 characters.';
    if (field === 'client_account_id') problems.client = message;
    if (field === 'engagement_id') problems.engagement = message;
  }
  return problems;
}
