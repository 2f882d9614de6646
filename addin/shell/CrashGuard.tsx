import { Component, type ReactNode } from 'react';
import { FailureNotice } from './ErrorNotice.tsx';

/** What the pane shows when its own code fails: never a blank pane. */
export class CrashGuard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <FailureNotice
        error={this.state.error}
        safe="What was sent is stored; imports under way go on."
        actions={[{ label: 'Reload the pane', onClick: () => location.reload() }]}
      />
    );
  }
}
