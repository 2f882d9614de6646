import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Announcer } from './Announcer.tsx';
import { PANEL_PADDING } from './panel-padding.ts';

const useStyles = makeStyles({
  panel: { width: 'min(40rem, 90vw)' },
  wide: { width: 'min(60rem, 92vw)' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBlock: PANEL_PADDING.block,
    paddingInline: PANEL_PADDING.inline,
  },
});

interface SidePanelProps {
  title: string;
  close: () => void;
  /** For things set side by side. */
  isWide?: boolean;
  children: ReactNode;
}

/** One item in full, beside its list. Escape closes it and the focus goes back to where it was. */
export function SidePanel({ title, close, isWide = false, children }: SidePanelProps) {
  const styles = useStyles();
  return (
    <OverlayDrawer
      open
      position="end"
      className={isWide ? styles.wide : styles.panel}
      onOpenChange={(_event, { open }) => {
        if (!open) close();
      }}
    >
      {/* While it is open, readers hear nothing of the page behind it. */}
      <Announcer>
        <DrawerHeader>
          <DrawerHeaderTitle
            action={<Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={close} />}
          >
            {title}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody className={styles.body} tabIndex={0}>
          {children}
        </DrawerBody>
      </Announcer>
    </OverlayDrawer>
  );
}
