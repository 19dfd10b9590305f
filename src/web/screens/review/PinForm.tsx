import { useEffect, useRef, useState } from 'react';
import { type NewPin, PIN_REASONS, type PinPlace, type PinReason } from '../../../core/report/pin.ts';
import type { UnitSection } from '../../../core/template/outline.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Pin } from '../../kit/Path.tsx';
import { t } from '../../texts/text.ts';
import { placeName } from './place-words.ts';

const SHORTEST = 5;

/** A remark at one place: a word for the reason and a sentence, both required (scenario E4). */
export const PinForm = ({
  n,
  place,
  sections,
  given,
  onKeep,
  onDrop,
}: {
  n: number;
  place: PinPlace;
  sections: readonly UnitSection[];
  given?: NewPin | undefined;
  onKeep: (pin: NewPin) => void;
  onDrop: () => void;
}) => {
  const [reason, setReason] = useState<PinReason | undefined>(given?.reason);
  const [sentence, setSentence] = useState(given?.sentence ?? '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const radio = form.current?.querySelector<HTMLElement>('input:checked, input');
    radio?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const short = sentence.trim().length < SHORTEST;
  const keep = (): void => {
    setTried(true);
    if (reason && !short) onKeep({ place, reason, sentence: sentence.normalize('NFC').trim() });
  };
  return (
    <form
      ref={form}
      className="pn-card open"
      noValidate
      aria-label={t('review.pinNumber', { n })}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDrop();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
      }}
    >
      <header>
        <Pin n={n} />
        <b>{placeName(sections, place)}</b>
      </header>
      <fieldset className="rs" aria-describedby={tried && !reason ? 'pin-why' : undefined}>
        <legend className="vh">{t('review.pinReason')}</legend>
        {PIN_REASONS.map((r) => (
          <label key={r}>
            <input type="radio" name="reason" checked={reason === r} onChange={() => setReason(r)} />
            <span>{t(`review.${r}`)}</span>
          </label>
        ))}
      </fieldset>
      {tried && !reason && (
        <p className="er" id="pin-why">
          <Icon name="circle-x" />
          <span>{t('review.pinNoReason')}</span>
        </p>
      )}
      <label className="s13" htmlFor="pin-sentence">
        {t('review.pinSentence')}
      </label>
      <textarea
        id="pin-sentence"
        className="inp"
        rows={4}
        maxLength={2000}
        value={sentence}
        aria-required="true"
        aria-invalid={tried && short ? true : undefined}
        aria-describedby={tried && short ? 'pin-short' : undefined}
        onInput={(event) => setSentence(event.currentTarget.value)}
      />
      {tried && short && (
        <p className="er" id="pin-short">
          <Icon name="circle-x" />
          <span>{t('review.pinNoSentence')}</span>
        </p>
      )}
      <div className="acts">
        <Btn small kind="main" type="submit">
          {t('review.keep')}
        </Btn>
        <Btn small kind="quiet" onClick={onDrop}>
          {t('common.cancel')}
        </Btn>
      </div>
    </form>
  );
};
