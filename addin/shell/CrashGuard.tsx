import { Component, type ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';

/** The last resort: a bug in one step is named, and never leaves a blank pane. */
export class CrashGuard extends Component<{ children: ReactNode }, { error: unknown; hasCrashed: boolean }> {
  override state = { error: null as unknown, hasCrashed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <ErrorNotice
        error={this.state.error}
        actions={[{ label: 'Reload the pane', act: () => window.location.reload() }]}
      />
    );
  }
}
