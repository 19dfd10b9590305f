import { formatAmount } from '../../../../core/kernel/amount.ts';
import type { SetChange } from '../../../../core/scoring/changes.ts';
import type { RoundAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { Changes } from '../sets/Changes.tsx';

type Act = { answer: RoundAnswer; onClose: () => void; onDone: (answer: RoundAnswer) => void };

type Preview = {
  readonly from: number;
  readonly to: number;
  readonly changes: readonly SetChange[];
  readonly units: readonly {
    readonly unitId: string;
    readonly name: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly missing: number;
  }[];
};

/** A revision before it is followed: every line that differs and what each unit would come to. */
export const VersionDialog = ({ answer, onClose, onDone }: Act) => {
  const to = answer.newest;
  const preview = useResource<Preview>(`/api/rounds/${answer.round.id}/version?to=${to}`);
  const move = useAction((body: unknown, key) =>
    api.post<RoundAnswer>(`/api/rounds/${answer.round.id}/version`, body, { key }),
  );
  const confirm = async (): Promise<void> => {
    const done = await move.run({ setVersion: to });
    if (done.ok) onDone(done.data);
  };
  const percent = (value: string | null): string => (value === null ? '–' : `${formatAmount(value, 2)}%`);
  return (
    <Dialog
      open
      wide
      title={t('scoring.versionTitle', { n: to })}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.leave')}</Btn>
          <Btn kind="main" busy={move.busy} onClick={() => void confirm()}>
            {t('scoring.versionKeep')}
          </Btn>
        </>
      }
    >
      <View of={preview}>
        {(data) => (
          <>
            <h3>{t('scoring.changesCount', { n: data.changes.length })}</h3>
            <Changes changes={data.changes} />
            <Table caption={t('scoring.compare')} className="fold">
              <thead>
                <tr>
                  <th>{t('scoring.units')}</th>
                  <th className="r">{t('scoring.versionBefore')}</th>
                  <th className="r">{t('scoring.versionAfter')}</th>
                  <th className="r">{t('scoring.versionMissing')}</th>
                </tr>
              </thead>
              <tbody>
                {data.units.map((u) => (
                  <tr key={u.unitId}>
                    <th scope="row">{u.name}</th>
                    <td className="r num" data-l={t('scoring.versionBefore')}>
                      {percent(u.before)}
                    </td>
                    <td className="r num" data-l={t('scoring.versionAfter')}>
                      {percent(u.after)}
                    </td>
                    <td className="r num" data-l={t('scoring.versionMissing')}>
                      {u.missing}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </>
        )}
      </View>
      <FailureNote failure={move.failure} />
    </Dialog>
  );
};
