import { useState } from 'react';
import type { PinAnswer, ReportAnswer } from '../../../../core/report/answers.ts';
import { fullNumber } from '../../../../core/template/outlineOrder.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Field } from '../../../kit/Field.tsx';
import { Pin } from '../../../kit/Path.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { StateChip } from '../../../kit/StateChip.tsx';
import { deadline, moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import type { Desk, Focus } from '../desk/desk.ts';
import { cellLabel } from '../grid/cell-text.ts';
import { shapeFor, typedPlace } from '../grid/shape.ts';

const REASONS = {
  figures: 'editor.pinReasonFigures',
  evidence: 'editor.pinReasonEvidence',
  outdated: 'editor.pinReasonOutdated',
  unclear: 'editor.pinReasonUnclear',
} as const;

/** The remarks of the last return; older ones were settled with the sending that followed them. */
export const currentPins = (report: ReportAnswer): readonly PinAnswer[] => {
  const last = Math.max(0, ...report.pins.map((p) => p.revision));
  return report.pins.filter((p) => p.revision === last).sort((a, b) => a.number - b.number);
};

const placeText = (desk: Desk, pin: PinAnswer): string => {
  const { sections } = desk.report.get();
  const section = sections.find((s) => s.id === pin.place.section);
  const number = section ? fullNumber(sections, section) : pin.place.section;
  if (pin.place.kind === 'words') return `${number}: “${pin.place.quote}”`;
  const form = pin.place.kind === 'cell' ? desk.formOf(pin.place.form) : undefined;
  return form && pin.place.kind === 'cell'
    ? `${number}: ${cellLabel(form, pin.place.row, pin.place.column)}`
    : `${number} ${section?.title ?? ''}`;
};

const placeOf = (desk: Desk, pin: PinAnswer): Focus => {
  const { place } = pin;
  const form = place.kind === 'cell' ? desk.formOf(place.form) : undefined;
  if (place.kind !== 'cell' || !form) return { section: place.section };
  return { section: place.section, form: form.id, ...typedPlace(shapeFor(form), place.row, place.column) };
};

const OnePin = ({ desk, pin, go }: { desk: Desk; pin: PinAnswer; go: (to: Focus) => void }) => {
  const [words, setWords] = useState(pin.answer ?? '');
  const [open, setOpen] = useState(pin.answer === null);
  const { campaignId, unitId } = desk.owner;
  const save = useAction((answer: string, key) =>
    api.post<ReportAnswer>(
      `/api/reports/${campaignId}/${unitId}/pins/${pin.number}/answer`,
      { answer },
      { key },
    ),
  );
  const give = async (): Promise<void> => {
    const answer = await save.run(words.trim());
    if (!answer.ok) return;
    desk.take(answer.data);
    setOpen(false);
  };
  const may = desk.report.use().may.includes('answer');
  return (
    <li id={`pin-${pin.number}`} tabIndex={-1}>
      <Pin n={pin.number} solved={pin.answer !== null} />
      <div>
        <p>
          <b>{t(REASONS[pin.reason])}.</b> {pin.sentence}
        </p>
        <p className="s13 sec">
          {placeText(desk, pin)} · {pin.by}, {moment(pin.at)} ·{' '}
          <button type="button" className="lnk" onClick={() => go(placeOf(desk, pin))}>
            {t('editor.pinGo')}
          </button>
        </p>
        {pin.answer !== null && !open && (
          <p className="s13">
            <b>{t('editor.pinAnswered')}</b> {pin.answer}{' '}
            {may && (
              <button type="button" className="lnk" onClick={() => setOpen(true)}>
                {t('editor.pinEdit')}
              </button>
            )}
          </p>
        )}
        {may && open && (
          <div className="answer">
            <Field label={t('editor.pinAnswer', { n: pin.number })}>
              {(control) => (
                <textarea
                  {...control}
                  className="inp"
                  rows={2}
                  defaultValue={words}
                  onInput={(e) => setWords(e.currentTarget.value)}
                />
              )}
            </Field>
            <FailureNote failure={save.failure} />
            <Btn small busy={save.busy} onClick={() => void give()}>
              {t('editor.pinSave')}
            </Btn>
          </div>
        )}
      </div>
    </li>
  );
};

/** A returned report opens with what the receiver asks, each remark answered on the spot (scenario E4). */
export const Pins = ({ desk, go }: { desk: Desk; go: (to: Focus) => void }) => {
  const report = desk.report.use();
  const pins = currentPins(report);
  if (report.state !== 'returned' || pins.length === 0) return null;
  return (
    <Sheet
      className="pins"
      lead={<StateChip state="returned" />}
      title={t('editor.returnedTitle', { n: pins.length })}
      note={report.resendBy ? t('editor.returnedBy', { deadline: deadline(report.resendBy) }) : undefined}
    >
      <ol>
        {pins.map((pin) => (
          <OnePin key={`${pin.revision}.${pin.number}`} desk={desk} pin={pin} go={go} />
        ))}
      </ol>
    </Sheet>
  );
};
