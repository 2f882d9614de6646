import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import type { RefObject } from 'react';
import { roles, type Role } from '#shared/statuses.ts';
import { formatWord } from '../parts/format.ts';
import { lifetimes, lifetimeWord } from './key-expiry.ts';
import type { KeyForm } from './use-create-key.ts';

const roleHints: Record<Role, string> = {
  viewer: 'sees flows, findings and raw records',
  analyst: 'also imports, approves mappings, resumes and deletes flows',
  admin: 'also sees jobs and manages API keys',
};

interface CreateKeyFieldsProps {
  form: KeyForm;
  nameField: RefObject<HTMLInputElement | null>;
}

export function CreateKeyFields({ form, nameField }: CreateKeyFieldsProps) {
  return (
    <>
      <Field label="Name" required hint="Who or what uses it." {...messageOf(form.problems.name)}>
        <Input
          input={{ ref: nameField }}
          value={form.name}
          onChange={(_event, { value }) => form.change({ name: value })}
        />
      </Field>
      <Field label="Role">
        <RadioGroup value={form.role} onChange={(_event, { value }) => form.change({ role: value as Role })}>
          {roles.map((role) => (
            <Radio key={role} value={role} label={`${formatWord(role)}: ${roleHints[role]}`} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label="Client"
        hint={form.fixedClient === null ? 'Empty for all clients.' : 'Given by your own key.'}
        {...messageOf(form.problems.client)}
      >
        <Input
          value={form.client}
          readOnly={form.fixedClient !== null}
          onChange={(_event, { value }) => form.change({ client: value })}
        />
      </Field>
      <Field
        label="Engagement"
        hint={form.fixedEngagement === null ? 'Empty for all engagements of the client.' : 'Given by your own key.'}
        {...messageOf(form.problems.engagement)}
      >
        <Input
          value={form.engagement}
          readOnly={form.fixedEngagement !== null}
          onChange={(_event, { value }) => form.change({ engagement: value })}
        />
      </Field>
      <Field label="Expires">
        <RadioGroup
          layout="horizontal"
          value={String(form.lifetime)}
          onChange={(_event, { value }) =>
            form.change({ lifetime: lifetimes.find((days) => String(days) === value) ?? null })
          }
        >
          {lifetimes.map((days) => (
            <Radio key={days} value={String(days)} label={lifetimeWord(days)} />
          ))}
        </RadioGroup>
      </Field>
    </>
  );
}

function messageOf(problem: string | undefined) {
  return problem === undefined ? {} : { validationMessage: problem };
}
