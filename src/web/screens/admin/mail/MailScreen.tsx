import type { MailLine, OutgoingMailAnswer } from '../../../../core/notifications/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { Empty, FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { AdminPage } from '../AdminPage.tsx';

const Line = ({ mail, onChanged }: { mail: MailLine; onChanged: () => void }) => {
  const again = useAction((id: string, key) =>
    api.post<OutgoingMailAnswer>(`/api/outgoing-mail/${id}/send-again`, undefined, { key }),
  );
  const send = async (): Promise<void> => {
    if ((await again.run(mail.id)).ok) onChanged();
  };
  return (
    <tr>
      <th scope="row">
        {mail.personName} <span className="mut s12 wt">{mail.unitName}</span>
      </th>
      <td data-l={t('admin.mailAddress')}>{mail.address}</td>
      <td data-l={t('admin.mailSubject')}>{mail.subject}</td>
      <td data-l={t('admin.mailState')}>
        {mail.state === 'dead'
          ? t('admin.mailDead', { n: mail.attempts })
          : t('admin.mailWaits', { n: mail.attempts, at: mail.nextAt === null ? '' : moment(mail.nextAt) })}
      </td>
      <td className="wt" data-l={t('admin.mailError')}>
        {mail.error}
      </td>
      <td className="ac">
        <FailureNote failure={again.failure} />
        {mail.may.includes('send-again') && (
          <Btn
            small
            icon="send"
            busy={again.busy}
            aria-label={t('admin.mailAgainTo', { name: mail.personName })}
            onClick={() => void send()}
          >
            {t('admin.mailAgain')}
          </Btn>
        )}
      </td>
    </tr>
  );
};

const Mails = ({ answer, onChanged }: { answer: OutgoingMailAnswer; onChanged: () => void }) => (
  <>
    {!answer.configured && (
      <Banner tone="warn" title={t('admin.mailNotConfigured')}>
        {t('admin.mailNotConfiguredText')}
      </Banner>
    )}
    <Sheet
      title={t('admin.mailOpen')}
      count={answer.mails.length}
      note={t('admin.mailCounts', {
        sent: answer.counts.sent,
        waiting: answer.counts.waiting + answer.counts.sending + answer.counts.handed,
        spared: answer.counts['not-needed'],
      })}
    >
      {answer.mails.length === 0 ? (
        <Empty icon="circle-check" title={t('admin.mailNone')} />
      ) : (
        <Table caption={t('admin.mailOpen')} className="edge fold">
          <thead>
            <tr>
              <th>{t('admin.mailPerson')}</th>
              <th>{t('admin.mailAddress')}</th>
              <th>{t('admin.mailSubject')}</th>
              <th>{t('admin.mailState')}</th>
              <th>{t('admin.mailError')}</th>
              <th>
                <span className="vh">{t('admin.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.mails.map((mail) => (
              <Line key={mail.id} mail={mail} onChanged={onChanged} />
            ))}
          </tbody>
        </Table>
      )}
    </Sheet>
  </>
);

/** Letters that the mail server has not taken (F2). */
const MailScreen = () => {
  const mail = useResource<OutgoingMailAnswer>('/api/outgoing-mail', { every: 30_000 });
  return (
    <AdminPage title={t('admin.mail')} note={mail.data?.from ?? undefined}>
      <View of={mail}>{(answer) => <Mails answer={answer} onChanged={mail.reload} />}</View>
    </AdminPage>
  );
};

export default MailScreen;
