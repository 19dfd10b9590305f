import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';
import { JournalPart } from './JournalPart.tsx';

const AdminJournalScreen = () => (
  <AdminPage title={t('journal.title')} note={t('journal.note')}>
    <JournalPart />
  </AdminPage>
);

export default AdminJournalScreen;
