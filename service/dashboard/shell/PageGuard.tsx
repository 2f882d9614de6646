import {
  Button,
  makeStyles,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { Notice } from '../parts/Notice.tsx';

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXL },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalXS },
  reason: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** What stands for a page whose code fails, or is gone since the service was upgraded: never a blank window. */
export class PageGuard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <PageFailed error={error} />;
  }
}

function PageFailed({ error }: { error: unknown }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <Notice intent="error" layout="multiline" role="alert">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>This page cannot be shown</MessageBarTitle>
          The service may have been upgraded since the dashboard was opened: reload it. Flows are not affected.
          <span className={styles.reason}>{error instanceof Error ? error.message : String(error)}</span>
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => location.reload()}>
            Reload the dashboard
          </Button>
        </MessageBarActions>
      </Notice>
    </div>
  );
}
