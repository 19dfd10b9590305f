import { Page } from '../../../frame/Page.tsx';
import { t } from '../../../texts/text.ts';
import { JournalPart } from './JournalPart.tsx';

/** For everybody: a unit reads what was done with its own, the receiving office what was done in its campaign. */
const JournalScreen = () => (
  <Page title={t('journal.title')} note={t('journal.note')}>
    <JournalPart />
  </Page>
);

export default JournalScreen;
