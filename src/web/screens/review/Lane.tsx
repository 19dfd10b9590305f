import type { PinAnswer, ReportAnswer } from '../../../core/report/answers.ts';
import type { NewPin, PinPlace } from '../../../core/report/pin.ts';
import { Btn, IconBtn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Pin } from '../../kit/Path.tsx';
import { t } from '../../texts/text.ts';
import { PinForm } from './PinForm.tsx';
import { placeName } from './place-words.ts';

export type Writing = { readonly place: PinPlace; readonly at: number };

export const draftId = (at: number): string => `y-kien-${at + 1}`;
export const pinId = (pin: PinAnswer): string => `y-kien-${pin.revision}-${pin.number}`;

const Kept = ({
  pin,
  at,
  report,
  onEdit,
  onDelete,
}: {
  pin: NewPin;
  at: number;
  report: ReportAnswer;
  onEdit: () => void;
  onDelete: () => void;
}) => (
  <article className="pn-card" id={draftId(at)}>
    <header>
      <Pin n={at + 1} />
      <b>{placeName(report.sections, pin.place)}</b>
      <IconBtn icon="pencil" label={t('review.pinEdit', { n: at + 1 })} onClick={onEdit} />
      <IconBtn icon="trash-2" label={t('review.pinDelete', { n: at + 1 })} onClick={onDelete} />
    </header>
    <p>
      <span className="why-w">{t(`review.${pin.reason}`)}</span> {pin.sentence}
    </p>
  </article>
);

const Earlier = ({ pin, report }: { pin: PinAnswer; report: ReportAnswer }) => (
  <article className="pn-card quiet" id={pinId(pin)}>
    <header>
      <Pin n={pin.number} solved={pin.answer !== null} />
      <b>{placeName(report.sections, pin.place)}</b>
    </header>
    <p>
      <span className="why-w">{t(`review.${pin.reason}`)}</span> “{pin.sentence}”
    </p>
    <p className="re">
      <Icon name="corner-down-right" />
      <span>{pin.answer === null ? t('review.noAnswer') : t('review.answerOf', { answer: pin.answer })}</span>
    </p>
  </article>
);

/** Right: remarks of this reading, then those of earlier sendings with their answers. */
export const Lane = ({
  report,
  drafts,
  writing,
  mayPin,
  chosen,
  onWrite,
  onKeep,
  onDrop,
  onDelete,
}: {
  report: ReportAnswer;
  drafts: readonly NewPin[];
  writing: Writing | undefined;
  mayPin: boolean;
  chosen: PinPlace | undefined;
  onWrite: (writing: Writing) => void;
  onKeep: (pin: NewPin) => void;
  onDrop: () => void;
  onDelete: (at: number) => void;
}) => {
  const last = report.pins.reduce((n, p) => Math.max(n, p.revision), 0);
  const earlier = report.pins.filter((p) => p.revision === last);
  const open = earlier.filter((p) => p.answer === null).length;
  const form = writing && (
    <PinForm
      key={`${writing.at}/${JSON.stringify(writing.place)}`}
      n={writing.at + 1}
      place={writing.place}
      sections={report.sections}
      given={drafts[writing.at]}
      onKeep={onKeep}
      onDrop={onDrop}
    />
  );
  return (
    <aside className="lane" aria-label={t('review.lane')}>
      {mayPin && (
        <section aria-labelledby="lane-now">
          <h2 id="lane-now">
            {t('review.pins')} <span className="count">{drafts.length}</span>
          </h2>
          {drafts.map((pin, at) =>
            writing?.at === at ? (
              form
            ) : (
              <Kept
                key={at}
                pin={pin}
                at={at}
                report={report}
                onEdit={() => onWrite({ place: pin.place, at })}
                onDelete={() => onDelete(at)}
              />
            ),
          )}
          {writing && writing.at >= drafts.length && form}
          {!writing && (
            <div className="how">
              <Btn
                small
                icon="map-pin"
                reason={chosen ? undefined : t('review.nothingChosen')}
                onClick={() => chosen && onWrite({ place: chosen, at: drafts.length })}
              >
                {t('review.pinKey')}
              </Btn>
              <p className="s12 mut">{chosen ? placeName(report.sections, chosen) : t('review.pinsHow')}</p>
              {drafts.length > 0 && <p className="s12 mut">{t('review.draftKept')}</p>}
            </div>
          )}
        </section>
      )}
      {earlier.length > 0 && (
        <section aria-labelledby="lane-before">
          <h2 id="lane-before">
            {t(report.state === 'returned' ? 'review.returnedPins' : 'review.earlierPins')}{' '}
            {open === 0 ? (
              <span className="t-ok s13">
                <Icon name="check" /> {t('review.allAnswered', { n: earlier.length })}
              </span>
            ) : (
              <span className="t-warn s13">{t('review.openPins', { n: open })}</span>
            )}
          </h2>
          {earlier.map((pin) => (
            <Earlier key={pin.number} pin={pin} report={report} />
          ))}
        </section>
      )}
      {!mayPin && earlier.length === 0 && <p className="s13 mut">{t('review.pinsNone')}</p>}
    </aside>
  );
};
