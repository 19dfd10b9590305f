import { useState } from 'react';
import { type Request, withWords } from '../../../../core/campaign/request.ts';
import { addDays } from '../../../../core/kernel/instant.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { officialShort } from '../../../../core/letter/check.ts';
import type { From, LetterReading } from '../../../../core/letter/reading.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { DayStrip } from '../../../kit/Time.tsx';
import { deadlineDay, deadline as deadlineWords } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { NumberLink } from '../letter/NumberLink.tsx';
import { DayField } from './DayField.tsx';
import { DeadlineEdit, InLetter } from './DeadlineEdit.tsx';
import { EditForm } from './EditForm.tsx';
import { GroupDeadlines } from './GroupDeadlines.tsx';
import { clockOf, deadlineWording } from './moment.ts';
import { PartSheet } from './PartSheet.tsx';
import { PolicyRows } from './PolicyRows.tsx';
import type { PartProps } from './part-props.ts';
import { readTypedDay } from './typed-day.ts';
import { ValueRow } from './ValueRow.tsx';
import { WorkingDaysLeft } from './WorkingDaysLeft.tsx';

const WindowEdit = ({
  value,
  letter,
  onChange,
  close,
}: {
  value: Request['window'];
  letter: LetterReading | undefined;
  onChange: (value: Request['window'], from?: From) => void;
  close: () => void;
}) => {
  const [from, setFrom] = useState(value ? shortDay(value.from) : '');
  const [to, setTo] = useState(value ? shortDay(value.to) : '');
  const [error, setError] = useState<{ from?: string; to?: string }>({});
  const done = () => {
    const [a, b] = [readTypedDay(from), readTypedDay(to)];
    if (!a) return setError({ from: t('requests.dayUnread') });
    if (!b) return setError({ to: t('requests.dayUnread') });
    if (a > b) return setError({ to: t('requests.windowReversed') });
    onChange({ from: a, to: b });
    close();
  };
  const named = (letter?.windows ?? []).flatMap((w) =>
    w.from && w.to && (w.from !== value?.from || w.to !== value.to)
      ? [{ window: { from: w.from, to: w.to }, words: w.words }]
      : [],
  );
  return (
    <EditForm onDone={done} onCancel={close}>
      <InLetter
        choices={named.map(({ window, words }) => ({
          words: t('requests.windowWords', { from: shortDay(window.from), to: shortDay(window.to) }),
          choose: () => {
            onChange(window, words);
            close();
          },
        }))}
      />
      <div className="pair">
        <DayField label={t('requests.windowFrom')} value={from} error={error.from} onText={setFrom} />
        <DayField label={t('requests.windowTo')} value={to} error={error.to} onText={setTo} />
      </div>
    </EditForm>
  );
};

const keep = (request: Request, key: string, from: From | undefined): Request =>
  from ? withWords(request, { key, start: from.start, end: from.end }) : request;

/** The deadline comes first, in words and drawn; advice is offered, never taken silently (A4). */
export const DeadlinePart = ({
  campaign,
  request,
  letter,
  numbered,
  ends,
  gaps,
  settled,
  edit,
}: PartProps) => {
  const { deadline, window } = request;
  const n = numbered.numbers.get('deadline');
  const nWindow = numbered.numbers.get('window');
  const advice = settled ? campaign.advice : null;
  const suggested = advice?.suggested;
  const inForce = advice?.inForce;
  const isGrouped = request.recipients.some((r) => r.deadline);
  const lastDay = deadline ? deadlineDay(deadline.at) : undefined;
  return (
    <PartSheet
      part="deadline"
      className="when"
      gaps={gaps}
      seen={request.seen.includes('deadline')}
      onSeen={edit?.seen('deadline')}
      lead={n !== undefined && <NumberLink n={n} to="letter" ends={ends} />}
    >
      <div className="pad">
        {deadline ? (
          <p className="dl">
            {t(isGrouped ? 'requests.lastMomentOfRest' : 'requests.lastMoment')}{' '}
            <b>{deadlineWords(inForce ?? deadline.at)}</b>
            <WorkingDaysLeft advice={advice} />
          </p>
        ) : (
          <p className="dl t-err">{t('requests.noDeadline')}</p>
        )}
        {deadline && window && window.from <= window.to && (
          <DayStrip window={window} deadline={inForce ?? deadline.at} />
        )}
        {suggested && (
          <div className="advice">
            <Icon name="triangle-alert" />
            <p>
              {t('requests.adviceText', { day: officialShort(suggested.day) })}{' '}
              {edit && (
                <Btn
                  small
                  onClick={() =>
                    edit.change((r) => ({
                      ...r,
                      deadline: { at: suggested.at, wording: deadlineWording(suggested.at) },
                    }))
                  }
                >
                  {t('requests.useSuggested')}
                </Btn>
              )}
            </p>
          </div>
        )}
        {deadline && lastDay && (
          <p className="s13 sec ex">
            {clockOf(deadline.at) === '' &&
              t('requests.notIncluded', {
                wording: deadline.wording,
                day: officialShort(addDays(lastDay, 1)).slice(0, -5),
              })}{' '}
            {window &&
              lastDay > window.to &&
              t('requests.lateFigures', {
                cutoff: officialShort(window.to).slice(0, -5),
                day: officialShort(lastDay).slice(0, -5),
              })}
          </p>
        )}
      </div>
      <dl className="fs line">
        <ValueRow
          label={t(isGrouped ? 'requests.deadlineOfRest' : 'requests.deadline')}
          n={n}
          ends={ends}
          missing={!deadline}
          note={deadline ? undefined : t('requests.deadlineAsk')}
          editor={
            edit &&
            ((close) => (
              <DeadlineEdit
                value={deadline}
                letter={letter}
                close={close}
                onChange={(value, from) =>
                  edit.change((r) => keep({ ...r, deadline: value }, 'deadline', from))
                }
              />
            ))
          }
        >
          {deadline ? deadline.wording : t('requests.notYet')}
        </ValueRow>
        <GroupDeadlines
          request={request}
          letter={letter}
          numbered={numbered}
          ends={ends}
          edit={edit}
          advice={settled ? campaign.groupAdvice : []}
        />
        <ValueRow
          label={t('requests.window')}
          n={nWindow}
          ends={ends}
          missing={!window}
          note={window ? undefined : t('requests.windowAsk')}
          editor={
            edit &&
            ((close) => (
              <WindowEdit
                value={window}
                letter={letter}
                close={close}
                onChange={(value, from) => edit.change((r) => keep({ ...r, window: value }, 'window', from))}
              />
            ))
          }
        >
          {window
            ? t('requests.windowWords', { from: shortDay(window.from), to: shortDay(window.to) })
            : t('requests.notYet')}
        </ValueRow>
        <PolicyRows request={request} advice={advice} ends={ends} edit={edit} />
      </dl>
    </PartSheet>
  );
};
