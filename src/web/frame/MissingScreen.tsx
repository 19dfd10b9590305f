import { NotFound } from '../kit/places.tsx';
import { t } from '../texts/text.ts';
import { Page } from './Page.tsx';

const MissingScreen = () => (
  <Page title={t('failure.missingTitle')} bare>
    <div className="sheet">
      <NotFound page />
    </div>
  </Page>
);

export default MissingScreen;
