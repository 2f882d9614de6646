import { Button, Spinner, Text } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiFailure } from '#shared/call-endpoint.ts';
import type { PaneLink } from '#shared/pages/pane-link.ts';
import { ErrorNotice, FailureNotice } from '../shell/ErrorNotice.tsx';
import { Shell } from '../shell/Shell.tsx';
import { StepHeading } from '../shell/StepHeading.tsx';
import { findLinked, followLink, leadsElsewhere, leaveLink } from './follow-link.ts';
import { recalledConnection, type PaneConnection } from './use-connection.ts';

/**
 * Follows a link to an import once it is found. Out of the client and engagement that the pane is in it leads only when the
 * analyst says so: anybody can send a link, and the next import would go where it led.
 */
export function LinkStep({ link }: { link: PaneLink }) {
  const [here] = useState(recalledConnection);
  const look = useQuery({ queryKey: ['link', link], queryFn: () => findLinked(link, here), retry: false });
  const found = look.data;
  const isAsked = leadsElsewhere(link, here);
  useEffect(() => {
    if (found !== undefined && !isAsked) followLink(link, found);
  }, [found, isAsked, link]);
  const there = `${link.client} • ${link.engagement}`;
  const isKeyRefused = look.error instanceof ApiFailure && look.error.status === 401;
  /** Without knowing that there is such an import: the form for the key says where the link leads. */
  const enterKey = (): void => followLink(link, { flowId: link.flow, dataImportId: link.data_import });
  const stay = here === null ? 'Leave the link' : 'Stay';
  if (look.isError)
    return (
      <Shell step={null} footer={<Button onClick={leaveLink}>{stay}</Button>}>
        <StepHeading>Link to an import</StepHeading>
        {look.error instanceof ApiFailure && look.error.status === 404 ? (
          <ErrorNotice
            title="The link leads to no import"
            message={`${there} has no such import, or your key may not see it. Nothing was changed.`}
            advice="Ask whoever sent the link, or look for the import in the dashboard."
          />
        ) : (
          <FailureNotice
            error={look.error}
            safe={`The link leads to ${there}. ${isAsked ? `You are in ${nameOf(here)}. ` : ''}Nothing was changed.`}
            {...(isAsked && { keyAdvice: `If you enter another key, what you import in this tab goes to ${there}.` })}
            actions={[
              isKeyRefused
                ? { label: 'Enter another key', onClick: enterKey }
                : { label: 'Try again', onClick: () => void look.refetch() },
            ]}
          />
        )}
      </Shell>
    );
  if (found === undefined || !isAsked)
    return (
      <Shell step={null}>
        <Spinner label="Opening the import" />
      </Shell>
    );
  const footer = (
    <>
      <Button onClick={leaveLink}>{stay}</Button>
      <Button appearance="primary" onClick={() => followLink(link, found)}>
        Open
      </Button>
    </>
  );
  return (
    <Shell step={null} footer={footer}>
      <StepHeading>Another client or engagement</StepHeading>
      <Text>
        This link leads to <strong>{there}</strong>. You are in <strong>{nameOf(here)}</strong>.
      </Text>
      <Text>If you open it, what you import in this tab goes there. Nothing was changed so far.</Text>
    </Shell>
  );
}

function nameOf({ clientAccountId, engagementId }: PaneConnection): string {
  return `${clientAccountId} • ${engagementId}`;
}
