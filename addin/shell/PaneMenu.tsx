import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { openDashboard } from './dashboard-tab.ts';

interface PaneMenuProps {
  onDisconnect(): void;
  /** Absent while the pane is at a sheet already. */
  onNew?: (() => void) | undefined;
  /** Asks before it deletes; absent when no import is open. */
  onDelete?: (() => void) | undefined;
  /** Something was asked of the import that the pane does not show yet. */
  isActing: boolean;
}

/** What can be done at every step. */
export function PaneMenu({ onDisconnect, onNew, onDelete, isActing }: PaneMenuProps) {
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
          {onDelete && (
            <MenuItem
              disabled={isActing}
              {...(isActing && { subText: 'Possible again once the pane shows what you asked for.' })}
              onClick={onDelete}
            >
              Delete this import…
            </MenuItem>
          )}
          <MenuItem onClick={openDashboard}>Open the dashboard</MenuItem>
          <MenuItem onClick={onDisconnect}>Disconnect and forget the key</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
