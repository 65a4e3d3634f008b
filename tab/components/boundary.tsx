import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { LocaleContext } from '../shell.tsx';
import { wordsAtHand } from '../words.ts';

/** React knows no function that catches a part that can't be drawn, such as a lazy piece that did not load. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  static override contextType = LocaleContext;
  declare context: React.ContextType<typeof LocaleContext>;
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const errors = wordsAtHand(this.context)?.tab.errors;
    if (!errors) return null;
    return (
      <div className="empty" role="alert">
        <h2>{errors.crashed}</h2>
        <p>{errors.crashedWhy}</p>
        <Button appearance="primary" onClick={() => window.location.reload()}>
          {errors.reload}
        </Button>
      </div>
    );
  }
}
