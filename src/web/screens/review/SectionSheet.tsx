import type { RichDoc } from '../../../core/kernel/richText.ts';
import type { DifferenceAnswer, WordsAnswer } from '../../../core/report/answers.ts';
import type { Filled } from '../../../core/report/gaps.ts';
import type { PinPlace } from '../../../core/report/pin.ts';
import type { UnitSection } from '../../../core/template/outline.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Pin } from '../../kit/Path.tsx';
import { t } from '../../texts/text.ts';
import { type CellPin, FormTable } from './FormTable.tsx';
import { lastValues, valuesOf } from './filled.ts';
import { sectionName, sectionNumber } from './place-words.ts';
import { RichText } from './RichText.tsx';
import { linesOf, wordDiff } from './word-diff.ts';

export type Reading = {
  readonly sections: readonly UnitSection[];
  readonly filled: Filled;
  readonly words: readonly WordsAnswer[];
  readonly before: Filled | undefined;
  readonly difference: DifferenceAnswer | undefined;
  readonly pins: readonly CellPin[];
  readonly selected: PinPlace | undefined;
  /** Which earlier period the small figures are of. */
  readonly last: string | undefined;
  readonly onSelect: ((place: PinPlace) => void) | undefined;
  readonly onSection: ((section: string) => void) | undefined;
};

const Changed = ({ before, after }: { before: string; after: string }) => (
  <>
    {linesOf(wordDiff(before, after)).map((line, at) => (
      <p key={at} className={line.every((p) => p.kind === 'same') ? 'dim' : undefined}>
        {line.map((piece, i) =>
          piece.kind === 'same' ? (
            piece.text
          ) : piece.kind === 'del' ? (
            <del key={i}>{piece.text}</del>
          ) : (
            <ins key={i}>{piece.text}</ins>
          ),
        )}
      </p>
    ))}
  </>
);

const Words = ({ section, reading }: { section: UnitSection; reading: Reading }) => {
  const held = reading.words.find((w) => w.section === section.id);
  const change = reading.difference?.words.find((w) => w.section === section.id);
  const pins = reading.pins.filter((p) => p.place.kind !== 'cell' && p.place.section === section.id);
  const quotes = pins.flatMap((p) => (p.place.kind === 'words' ? [p.place.quote] : []));
  const doc = held?.doc as RichDoc | null | undefined;
  return (
    <div className="doc" data-words={section.id} id={`loi-${section.id}`}>
      {change ? (
        <Changed before={change.before} after={change.after} />
      ) : held?.kind === 'nil' ? (
        <p className="dim">{t('review.nilPart')}.</p>
      ) : doc && held?.plain.trim() ? (
        <RichText doc={doc} quotes={quotes} />
      ) : held?.plain.trim() ? (
        held.plain.split('\n').map((line, at) => <p key={at}>{line}</p>)
      ) : (
        <p className="none">{t('review.noWords')}</p>
      )}
      {pins.length > 0 && (
        <p className="at">
          {pins.map((p) => (
            <Pin
              key={p.id}
              n={p.n}
              solved={p.solved}
              href={`#${p.id}`}
              label={t('review.pinNumber', { n: p.n })}
            />
          ))}
        </p>
      )}
    </div>
  );
};

/** One section as it will be printed: its words, then its tables. */
export const SectionSheet = ({
  section,
  reading,
  onlyChanged,
}: {
  section: UnitSection;
  reading: Reading;
  onlyChanged: boolean;
}) => {
  const { difference, sections, filled, before } = reading;
  const wordsChanged = difference?.words.some((w) => w.section === section.id) ?? false;
  const forms = section.forms.filter((f) => !onlyChanged || difference?.cells.some((c) => c.form === f.id));
  if (section.applicability === 'heading')
    return (
      <h2 className="part" id={`muc-${section.id}`}>
        {sectionName(sections, section.id)}
      </h2>
    );
  return (
    <article className="sheet" id={`muc-${section.id}`} aria-labelledby={`ten-${section.id}`}>
      <header>
        <h2 id={`ten-${section.id}`}>{sectionName(sections, section.id)}</h2>
        {reading.onSection && section.applicability !== 'not-applicable' && (
          <div className="end">
            <Btn
              small
              kind="quiet"
              aria-label={t('review.pinSectionOf', { section: sectionNumber(sections, section.id) })}
              onClick={() => reading.onSection?.(section.id)}
            >
              {t('review.pinSection')}
            </Btn>
          </div>
        )}
      </header>
      {section.applicability === 'not-applicable' ? (
        <p className="pad mut">
          {t('review.notApplicable')}
          {section.notApplicable ? `: ${section.notApplicable}` : ''}
        </p>
      ) : (
        <>
          {section.words && (!onlyChanged || wordsChanged) && <Words section={section} reading={reading} />}
          {forms.map((form) => (
            <FormTable
              key={form.id}
              section={section.id}
              form={form}
              values={valuesOf(filled, form.id)}
              before={before && valuesOf(before, form.id)}
              onlyChanged={onlyChanged}
              last={
                reading.last && filled.previous
                  ? { note: reading.last, values: lastValues(filled.previous, form.id) }
                  : undefined
              }
              pins={reading.pins}
              selected={reading.selected}
              onSelect={reading.onSelect}
            />
          ))}
        </>
      )}
    </article>
  );
};
