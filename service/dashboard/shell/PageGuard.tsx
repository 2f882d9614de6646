import { Component, type ReactNode } from 'react';
import { FailureNotice } from '../parts/FailureNotice.tsx';

/** What stands for a page whose code fails, or is gone since the service was upgraded: never a blank window. */
export class PageGuard extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <FailureNotice failure={this.state.error} retry={() => location.reload()} />;
  }
}
