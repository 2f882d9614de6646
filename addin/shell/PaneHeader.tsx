import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import {
  BookQuestionMarkRegular,
  BuildingRegular,
  HistoryRegular,
  MoreHorizontalRegular,
  OpenRegular,
  PlugDisconnectedRegular,
} from '@fluentui/react-icons';
import type { SavedConnection } from '#addin/api/saved-connection.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    paddingBlockStart: tokens.spacingVerticalS,
    paddingInlineStart: tokens.spacingHorizontalL,
    // Office draws its own menu over the top corner of the pane (up to 34 × 32 pixels): keep it free.
    paddingInlineEnd: '2.75rem',
  },
  product: { whiteSpace: 'nowrap', flexGrow: 1 },
  pill: {
    minWidth: 0,
    flexShrink: 1,
    maxWidth: '14rem',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightRegular,
  },
  pillText: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  menuButton: { flexShrink: 0 },
});

export interface HeaderActions {
  openContext: () => void;
  openImports: () => void;
  disconnect: () => void;
}

export function PaneHeader({ connection, actions }: { connection: SavedConnection | null; actions: HeaderActions }) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <Text as="h1" size={300} weight="semibold" className={styles.product}>
        CMDB Import
      </Text>
      {connection !== null && <ContextPill connection={connection} open={actions.openContext} />}
      <PaneMenu isConnected={connection !== null} actions={actions} />
    </header>
  );
}

function ContextPill({ connection, open }: { connection: SavedConnection; open: () => void }) {
  const styles = useStyles();
  const words = `${connection.clientAccountId} • ${connection.engagementId}`;
  return (
    <Tooltip content={`${words} – change client or engagement`} relationship="description">
      <Button
        size="small"
        className={styles.pill}
        icon={<BuildingRegular />}
        onClick={open}
        aria-label={`Client and engagement: ${words}`}
      >
        <span className={styles.pillText}>{words}</span>
      </Button>
    </Tooltip>
  );
}

function PaneMenu({ isConnected, actions }: { isConnected: boolean; actions: HeaderActions }) {
  const styles = useStyles();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          className={styles.menuButton}
          icon={<MoreHorizontalRegular />}
          aria-label="More"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {isConnected && (
            <>
              <MenuItem icon={<HistoryRegular />} onClick={actions.openImports}>
                Recent imports
              </MenuItem>
              <MenuItem icon={<BuildingRegular />} onClick={actions.openContext}>
                Connection
              </MenuItem>
            </>
          )}
          <MenuItemLink icon={<OpenRegular />} href="/dashboard/" target="_blank" rel="noreferrer">
            Open dashboard
          </MenuItemLink>
          <MenuItemLink icon={<BookQuestionMarkRegular />} href="/api/docs/" target="_blank" rel="noreferrer">
            API documentation
          </MenuItemLink>
          {isConnected && (
            <>
              <MenuDivider />
              <MenuItem icon={<PlugDisconnectedRegular />} onClick={actions.disconnect}>
                Disconnect
              </MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
