import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { RoundAnswer, RoundLine, RoundsAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { CheckField, SelectField, TextField } from '../../../kit/Field.tsx';
import { Empty, FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t } from '../../../texts/text.ts';
import { ScoringPage } from '../ScoringPage.tsx';
import { STAGE_WORDS } from '../stage-words.ts';
import { levelWords } from '../words.ts';

const titleOf = (set: RoundsAnswer['sets'][number] | undefined): string =>
  set ? t('scoring.roundTitleOf', { level: levelWords(set.level), year: String(set.year) }) : '';

const OpenDialog = ({
  sets,
  onClose,
  onDone,
}: {
  sets: RoundsAnswer['sets'];
  onClose: () => void;
  onDone: (id: string) => void;
}) => {
  const [setId, setSetId] = useState(sets[0]?.id ?? '');
  const chosen = sets.find((s) => s.id === setId);
  const [title, setTitle] = useState(titleOf(sets[0]));
  const [blind, setBlind] = useState(false);
  const open = useAction((body: unknown, key) => api.post<RoundAnswer>('/api/rounds', body, { key }));
  const confirm = async (): Promise<void> => {
    const done = await open.run({ setId, title, blind });
    if (done.ok) onDone(done.data.round.id);
  };
  return (
    <Dialog
      open
      title={t('scoring.openTitle')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.leave')}</Btn>
          <Btn
            kind="main"
            busy={open.busy}
            reason={chosen ? undefined : t('scoring.noSetToOpen')}
            onClick={() => void confirm()}
          >
            {t('scoring.openRound')}
          </Btn>
        </>
      }
    >
      <p>{t('scoring.openText')}</p>
      <SelectField
        label={t('scoring.withSet')}
        value={setId}
        onText={(id) => {
          setSetId(id);
          setTitle(titleOf(sets.find((s) => s.id === id)));
        }}
      >
        {sets.map((set) => (
          <option key={set.id} value={set.id}>
            {t('scoring.setChoice', set)}
          </option>
        ))}
      </SelectField>
      <TextField label={t('scoring.roundTitle')} value={title} required onText={setTitle} />
      <CheckField label={t('scoring.blind')} checked={blind} onCheck={setBlind} />
      <FailureNote failure={open.failure} />
    </Dialog>
  );
};

const RoundRow = ({ round }: { round: RoundLine }) => (
  <tr>
    <th scope="row">
      <Link className="name" href={`/chi-so/${round.id}`}>
        {round.title}
      </Link>
      <span className="sub">
        {round.setTitle}, {t('scoring.version', { n: round.setVersion })}
      </span>
    </th>
    <td className="r num" data-l={t('scoring.year')}>
      {String(round.year)}
    </td>
    <td data-l={t('scoring.level')}>{levelWords(round.level)}</td>
    <td data-l={t('scoring.units')}>{t('scoring.doneOf', { done: round.done, n: round.units })}</td>
    <td data-l={t('scoring.stage')}>
      {round.decision
        ? t('scoring.publishedBy', { number: round.decision.number, day: shortDay(round.decision.day) })
        : t('scoring.roundOpen')}
    </td>
    <td>
      {round.own && (
        <Btn small href={`/chi-so/${round.id}/${round.own.unitId}`}>
          {t('scoring.ownSheet', { unit: round.own.unitName })}: {t(STAGE_WORDS[round.own.stage])}
        </Btn>
      )}
    </td>
  </tr>
);

/** Rounds by year and level; a unit finds its sheet here, the office opens the next round. */
const RoundsScreen = () => {
  const rounds = useResource<RoundsAnswer>('/api/rounds');
  const [isOpen, setOpen] = useState(false);
  const [, go] = useLocation();
  return (
    <ScoringPage
      title={t('scoring.sheets')}
      note={t('scoring.roundsNote')}
      actions={
        rounds.data?.may.includes('open') && (
          <Btn kind="main" icon="plus" onClick={() => setOpen(true)}>
            {t('scoring.openRound')}
          </Btn>
        )
      }
    >
      <Sheet>
        <View of={rounds}>
          {(data) =>
            data.rounds.length === 0 ? (
              <Empty title={t('scoring.roundNone')}>{t('scoring.roundNoneText')}</Empty>
            ) : (
              <Table caption={t('scoring.sheets')} className="edge fold">
                <thead>
                  <tr>
                    <th>{t('scoring.round')}</th>
                    <th className="r">{t('scoring.year')}</th>
                    <th>{t('scoring.level')}</th>
                    <th>{t('scoring.units')}</th>
                    <th>{t('scoring.stage')}</th>
                    <th>
                      <span className="vh">{t('scoring.openSheet')}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {data.rounds.map((round) => (
                    <RoundRow key={round.id} round={round} />
                  ))}
                </tbody>
              </Table>
            )
          }
        </View>
      </Sheet>
      {isOpen && rounds.data && (
        <OpenDialog
          sets={rounds.data.sets}
          onClose={() => setOpen(false)}
          onDone={(id) => {
            setOpen(false);
            rounds.reload();
            go(`/chi-so/${id}`);
          }}
        />
      )}
    </ScoringPage>
  );
};

export default RoundsScreen;
