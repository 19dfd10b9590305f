import { useState } from 'react';
import { formatAmount } from '../../../../core/kernel/amount.ts';
import { withoutMarks } from '../../../../core/kernel/search.ts';
import type { SetChange } from '../../../../core/scoring/changes.ts';
import type { RoundAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { Field, TextField } from '../../../kit/Field.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { Changes } from '../sets/Changes.tsx';

type Act = { answer: RoundAnswer; onClose: () => void; onDone: (answer: RoundAnswer) => void };

const plain = (text: string): string => withoutMarks(text).replace(/\s+/g, ' ').trim();

export const SurveyDialog = ({ answer, onClose, onDone }: Act) => {
  const [typed, setTyped] = useState('');
  const [source, setSource] = useState('');
  const keep = useAction((body: unknown, key) =>
    api.post<RoundAnswer>(`/api/rounds/${answer.round.id}/survey`, body, { key }),
  );
  const units = new Map(answer.units.map((u) => [plain(u.name), u.unitId]));
  const codes = new Set(answer.survey.criteria.map((c) => c.code));
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => {
    const [name = '', code = '', value = ''] = line.split(/\t|;/).map((cell) => cell.trim());
    const unitId = units.get(plain(name));
    return unitId && codes.has(code) && value !== ''
      ? { unitId, criterion: code, answer: value.replace('%', '') }
      : undefined;
  });
  const results = read.filter((r) => r !== undefined);
  const unread = lines.filter((_, i) => read[i] === undefined);
  const confirm = async (): Promise<void> => {
    const done = await keep.run({ source, results });
    if (done.ok) onDone(done.data);
  };
  return (
    <Dialog
      open
      wide
      title={t('scoring.surveyEnter')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.leave')}</Btn>
          <Btn
            kind="main"
            busy={keep.busy}
            reason={results.length === 0 ? t('scoring.surveyText') : undefined}
            onClick={() => void confirm()}
          >
            {t('scoring.surveyKeep', { n: results.length })}
          </Btn>
        </>
      }
    >
      <p>{t('scoring.surveyText')}</p>
      <p className="s13 sec">{answer.survey.criteria.map((c) => `${c.code}: ${c.name}`).join('; ')}</p>
      <Field
        label={t('scoring.surveyRows')}
        error={
          unread.length > 0 ? t('scoring.surveyUnread', { lines: unread.slice(0, 3).join(' | ') }) : undefined
        }
      >
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={8}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <TextField label={t('scoring.surveySource')} value={source} onText={setSource} />
      <FailureNote failure={keep.failure} />
    </Dialog>
  );
};

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
