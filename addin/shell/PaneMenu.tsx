import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { openInBrowser } from '../office-start.ts';

interface PaneMenuProps {
  onDisconnect(): void;
  /** Absent while the pane is at a sheet already. */
  onNew?: (() => void) | undefined;
  /** Asks before it deletes; absent when no import is open. */
  onDelete?: (() => void) | undefined;
}

/** What can be done at every step. */
export function PaneMenu({ onDisconnect, onNew, onDelete }: PaneMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content="Menu" relationship="label">
          <Button appearance="subtle" size="small" icon={<MoreHorizontalRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {onNew && <MenuItem onClick={onNew}>Start with another sheet</MenuItem>}
          {onDelete && <MenuItem onClick={onDelete}>Delete this import…</MenuItem>}
          <MenuItem onClick={openDashboard}>Open the dashboard</MenuItem>
          <MenuItem onClick={onDisconnect}>Disconnect and forget the key</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function openDashboard(): void {
  if (!openInBrowser('/dashboard/')) window.open('/dashboard/', '_blank', 'noopener');
}
