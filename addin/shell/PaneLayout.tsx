import { useId, type ReactNode } from 'react';
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    // WebView2 hides scroll bars until the pointer is over them; keep their place so that nothing jumps.
    scrollbarGutter: 'stable',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalM,
    paddingInlineStart: tokens.spacingHorizontalL,
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
  wide: { maxWidth: '60rem', width: '100%', marginInline: 'auto', boxSizing: 'border-box' },
  footer: {
    flexShrink: 0,
    borderTopStyle: 'solid',
    borderTopWidth: tokens.strokeWidthThin,
    borderTopColor: tokens.colorNeutralStroke2,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  footerRow: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalL,
  },
  summary: { color: tokens.colorNeutralForeground2, minWidth: 0, flexGrow: 1, flexBasis: '8rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginInlineStart: 'auto' },
});

/** The part of a step that scrolls. Its heading names the region; sighted people read it in the step line. */
export function PaneBody({ label, children }: { label: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <main aria-label={label} className={mergeClasses(styles.body, styles.wide)}>
      {children}
    </main>
  );
}

export interface PrimaryAction {
  label: string;
  act: () => void;
  isDisabled?: boolean;
}

/** Stays in place: what will happen, and the one button that makes it happen. */
export function PaneFooter({
  summary,
  primary,
  secondary,
}: {
  summary: ReactNode;
  primary: PrimaryAction | null;
  secondary?: ReactNode;
}) {
  const styles = useStyles();
  const summaryId = useId();
  return (
    <footer className={styles.footer}>
      <div className={mergeClasses(styles.footerRow, styles.wide)}>
        <Text size={200} id={summaryId} className={styles.summary}>
          {summary}
        </Text>
        <div className={styles.buttons}>
          {secondary}
          {primary !== null && (
            <Button
              appearance="primary"
              disabledFocusable={primary.isDisabled ?? false}
              aria-describedby={summaryId}
              onClick={primary.act}
            >
              {primary.label}
            </Button>
          )}
        </div>
      </div>
    </footer>
  );
}
