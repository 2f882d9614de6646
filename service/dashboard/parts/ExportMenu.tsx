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
import { fetchFile } from '#shared/call-endpoint.ts';
import type { FileEndpoint } from '#shared/endpoint.ts';
import { endpoints } from '#shared/endpoints.ts';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { useSignedIn, type Tenant } from '../session/session-context.ts';

const files: readonly (readonly [group: string, of: readonly (readonly [label: string, endpoint: FileEndpoint])[]])[] =
  [
    [
      'Dependencies',
      [
        ['CSV', endpoints.exportDependenciesCsv],
        ['Excel', endpoints.exportDependenciesXlsx],
        ['GraphML', endpoints.exportDependenciesGraphml],
      ],
    ],
    [
      'Assets',
      [
        ['CSV', endpoints.exportAssetsCsv],
        ['Excel', endpoints.exportAssetsXlsx],
      ],
    ],
    [
      'Findings of all imports',
      [
        ['CSV', endpoints.exportFindingsCsv],
        ['Excel', endpoints.exportFindingsXlsx],
      ],
    ],
  ];

/** Saves an engagement's lists as files. */
export function ExportMenu({ tenant }: { tenant: Tenant }) {
  const { connectionTo } = useSignedIn();
  const save = useMutation({
    mutationFn: async (endpoint: FileEndpoint) =>
      offer(await fetchFile(connectionTo(tenant), endpoint), endpoint.file.name),
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
            {files.map(([group, of]) => (
              <MenuGroup key={group}>
                <MenuGroupHeader>{group}</MenuGroupHeader>
                {of.map(([label, endpoint]) => (
                  <MenuItem key={label} aria-label={`${group}, ${label}`} onClick={() => save.mutate(endpoint)}>
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

/** Files need the key in a header, so a plain link cannot fetch them. */
function offer(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
