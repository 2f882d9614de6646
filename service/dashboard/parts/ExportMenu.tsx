import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { fetchFile, type CallInput } from '#shared/call-endpoint.ts';
import type { FileEndpoint } from '#shared/endpoint.ts';
import { offerFile } from '#shared/pages/offer-file.ts';
import { useSignedIn, type Tenant } from '../session/session-context.ts';
import { FailureNotice } from './FailureNotice.tsx';

/** One list in the forms it can be saved in. */
export interface ExportGroup {
  name: string;
  files: readonly (readonly [label: string, endpoint: FileEndpoint])[];
  /** Whose list it is and what narrows it; the same for all forms. */
  of?: Pick<CallInput<FileEndpoint>, 'params' | 'query'>;
}

/** Saves lists as files, an engagement's or, without one, whatever the key may see. */
export function ExportMenu({ tenant, groups }: { tenant?: Tenant; groups: readonly ExportGroup[] }) {
  const { connection, connectionTo } = useSignedIn();
  const save = useMutation({
    mutationFn: async ({ endpoint, of }: { endpoint: FileEndpoint; of: ExportGroup['of'] }) =>
      offerFile(
        await fetchFile(tenant === undefined ? connection : connectionTo(tenant), endpoint, of),
        endpoint.file.name,
      ),
  });
  return (
    <>
      <Menu>
        <MenuTrigger>
          <Button icon={<ArrowDownloadRegular />} disabledFocusable={save.isPending}>
            {save.isPending ? 'Exporting…' : 'Export'}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {groups.map(({ name, files, of }) => (
              <MenuGroup key={name}>
                <MenuGroupHeader>{name}</MenuGroupHeader>
                {files.map(([label, endpoint]) => (
                  <MenuItem key={label} aria-label={`${name}, ${label}`} onClick={() => save.mutate({ endpoint, of })}>
                    {label}
                  </MenuItem>
                ))}
              </MenuGroup>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {save.isError && <FailureNotice failure={save.error} />}
    </>
  );
}
