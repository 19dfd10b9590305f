import { useState } from 'react';
import type { BoardRow, CampaignHead, PinAnswer, ReportAnswer } from '../../../core/report/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Field } from '../../kit/Field.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Pin } from '../../kit/Path.tsx';
import { FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { deadline, moment } from '../../texts/format.ts';
import { shortMoment } from '../../texts/short-moment.ts';
import { t } from '../../texts/text.ts';
import { LatenessMark } from '../board/BoardRows.tsx';
import { placeName } from '../review/place-words.ts';
import { followed } from '../review/ReviewFoot.tsx';
import { reportPath } from './PrepareCard.tsx';

const AnswerForm = ({
  report,
  pin,
  onReport,
  onDrop,
}: {
  report: ReportAnswer;
  pin: PinAnswer;
  onReport: (report: ReportAnswer) => void;
  onDrop: () => void;
}) => {
  const [text, setText] = useState(pin.answer ?? '');
  const [missing, setMissing] = useState(false);
  const act = useAction((answer: string, key) =>
    api.post<ReportAnswer>(
      `/api/reports/${report.campaign.id}/${report.unit.id}/pins/${pin.number}/answer`,
      { answer },
      { key },
    ),
  );
  const send = async (): Promise<void> => {
    const answer = text.normalize('NFC').trim();
    setMissing(answer === '');
    if (answer === '') return;
    const done = await act.run(answer);
    if (!done.ok) return;
    onReport(done.data);
    followed();
    onDrop();
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={t('home.pinAnswerLabel', { n: pin.number })}
        hint={t('home.pinAnswerHint')}
        error={missing ? t('home.pinAnswerMissing') : undefined}
        required
      >
        {(control) => (
          <textarea
            {...control}
            className="inp"
            rows={3}
            maxLength={2000}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <FailureNote failure={act.failure} />
      <div className="acts">
        <Btn small kind="main" type="submit" busy={act.busy}>
          {t('home.pinSend')}
        </Btn>
        <Btn small kind="quiet" onClick={onDrop}>
          {t('common.cancel')}
        </Btn>
      </div>
    </form>
  );
};

/** A returned report: only its remarks, each answered here (scenario E4). */
export const ReturnedCard = ({ campaign, row }: { campaign: CampaignHead; row: BoardRow }) => {
  const resource = useResource<ReportAnswer>(`/api/reports/${campaign.id}/${row.unitId}`);
  const [open, setOpen] = useState<number | undefined>(undefined);
  const back = resource.data?.path.filter((s) => s.type === 'report.returned').at(-1);
  return (
    <Sheet
      lead={<StateChip state="returned" />}
      title={campaign.title}
      actions={<Btn href={reportPath(campaign.id, row.unitId)}>{t('home.fixPins')}</Btn>}
      note={
        <>
          {back &&
            t('home.returnedBy', {
              by: back.by ?? campaign.receiverName,
              office: campaign.receiverName,
              at: moment(back.at),
            })}{' '}
          {row.resendBy !== null && <b>{t('home.resendBy', { deadline: deadline(row.resendBy) })}</b>}{' '}
          {row.lateness.kind === 'resend-overdue' && <LatenessMark lateness={row.lateness} />}{' '}
          {t('home.answerAll')}
        </>
      }
      className="ret"
    >
      <View of={resource}>
        {(report) => (
          <ul className="pins">
            {report.pins
              .filter((p) => p.revision === report.revision)
              .map((pin) => (
                <li key={pin.number}>
                  <Pin n={pin.number} solved={pin.answer !== null} />
                  <div>
                    <b>{placeName(report.sections, pin.place)}</b>
                    <p>
                      <span className="why-w">{t(`review.${pin.reason}`)}</span> “{pin.sentence}”
                    </p>
                    {pin.answer !== null && open !== pin.number && (
                      <p className="re">
                        <Icon name="corner-down-right" />
                        <span>{pin.answer}</span>
                      </p>
                    )}
                    {open === pin.number && (
                      <AnswerForm
                        report={report}
                        pin={pin}
                        onReport={(next) => void resource.mutate(next, { revalidate: false })}
                        onDrop={() => setOpen(undefined)}
                      />
                    )}
                  </div>
                  {open !== pin.number && (
                    <div className="side">
                      {pin.answer !== null && pin.answeredAt !== null && (
                        <span className="t-ok s13">
                          <Icon name="check" /> {t('home.pinAnswered', { at: shortMoment(pin.answeredAt) })}
                        </span>
                      )}
                      {report.may.includes('answer') && (
                        <Btn
                          small
                          kind={pin.answer === null ? 'plain' : 'quiet'}
                          aria-label={
                            pin.answer === null
                              ? t('home.pinAnswerLabel', { n: pin.number })
                              : t('home.pinChangeOf', { n: pin.number })
                          }
                          onClick={() => setOpen(pin.number)}
                        >
                          {pin.answer === null ? t('home.pinAnswer') : t('home.pinChange')}
                        </Btn>
                      )}
                      <Btn small kind="quiet" href={reportPath(campaign.id, row.unitId, pin.place.section)}>
                        {t('home.pinGo')}
                      </Btn>
                    </div>
                  )}
                </li>
              ))}
          </ul>
        )}
      </View>
    </Sheet>
  );
};
