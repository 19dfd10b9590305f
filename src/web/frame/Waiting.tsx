import { Loading } from '../kit/places.tsx';
import { t } from '../texts/text.ts';

/** Grey lines while the code of a screen comes. */
export const Waiting = () => (
  <main id="main">
    <div className="sheet">
      <Loading />
    </div>
  </main>
);

export const Skip = () => (
  <a className="skip" href="#main">
    {t('common.skip')}
  </a>
);
