import { Component, type ReactNode } from 'react';
import { t } from '../texts/text.ts';
import { Btn } from './Btn.tsx';
import { Empty } from './places.tsx';

/** A screen that breaks, or a part of a release that is gone, leaves the frame standing and says what to do. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return (
      <main id="main">
        <div className="sheet">
          <Empty
            page
            icon="circle-x"
            title={t('failure.crashTitle')}
            action={<Btn onClick={() => location.reload()}>{t('common.reload')}</Btn>}
          >
            {t('failure.crashText')} <small className="mut">{this.state.error.message}</small>
          </Empty>
        </div>
      </main>
    );
  }
}
