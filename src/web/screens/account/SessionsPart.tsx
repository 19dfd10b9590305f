import type { SessionLine } from '../../../core/access/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Table } from '../../kit/Table.tsx';
import { moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';

/** 'Firefox, Windows': what a person knows a device by; what is not known is told as it came. */
const deviceOf = (agent: string): string => {
  const browser = /Edg\//.test(agent)
    ? 'Edge'
    : /coc_coc/i.test(agent)
      ? 'Cốc Cốc'
      : /Firefox\//.test(agent)
        ? 'Firefox'
        : /Chrome\//.test(agent)
          ? 'Chrome'
          : /Safari\//.test(agent)
            ? 'Safari'
            : agent.slice(0, 40);
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(agent)?.[0];
  return system ? `${browser}, ${system.replace('Mac OS X', 'macOS')}` : browser;
};

/** Where one is signed in; each can be ended from here, the one in use by signing out. */
export const SessionsPart = () => {
  const sessions = useResource<{ sessions: readonly SessionLine[] }>('/api/me/sessions');
  const end = useAction((id: string, key) => api.del(`/api/me/sessions/${id}`, undefined, { key }));
  const run = async (id: string): Promise<void> => {
    if ((await end.run(id)).ok) sessions.reload();
  };
  return (
    <Sheet title={t('account.sessions')} count={sessions.data?.sessions.length}>
      <p className="pad s13 sec">{t('account.sessionsText')}</p>
      <FailureNote failure={end.failure} />
      <View of={sessions}>
        {(data) => (
          <Table caption={t('account.sessions')} className="edge">
            <thead>
              <tr>
                <th scope="col">{t('account.sessionDevice')}</th>
                <th scope="col">{t('account.sessionSeen')}</th>
                <th scope="col">
                  <span className="vh">{t('account.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.sessions.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {deviceOf(one.agent)}
                    <p className="sec s12">{one.address}</p>
                  </th>
                  <td className="num">{moment(one.lastSeenAt)}</td>
                  <td className="r">
                    {one.current ? (
                      <span className="sec s13">{t('account.sessionThis')}</span>
                    ) : (
                      <Btn
                        small
                        busy={end.busy}
                        aria-label={t('account.sessionEndOf', { device: deviceOf(one.agent) })}
                        onClick={() => void run(one.id)}
                      >
                        {t('account.sessionEnd')}
                      </Btn>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </View>
    </Sheet>
  );
};
