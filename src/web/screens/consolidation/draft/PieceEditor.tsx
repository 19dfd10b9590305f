import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TotalForm } from '../../../../core/consolidation/answers.ts';
import { figureRef, figureText } from '../../../../core/consolidation/figures.ts';
import { type RichDoc, saysNothing } from '../../../../core/kernel/richText.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import type { Mounted } from '../../../richtext/mount.ts';
import { t } from '../../../texts/text.ts';
import { linesOf } from '../lines.ts';

/** Writes one sentence or paragraph; figures of the totals stand in it alive. */
export const PieceEditor = ({
  doc,
  label,
  forms,
  busy,
  onSave,
  onCancel,
}: {
  doc: RichDoc;
  label: string;
  /** Forms whose totals may stand in the words. */
  forms: readonly TotalForm[];
  busy: boolean;
  onSave: (doc: RichDoc) => void;
  onCancel: () => void;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Mounted | undefined>(undefined);
  const [text, setText] = useState(doc);
  const [ready, setReady] = useState(false);
  useLayoutEffect(() => {
    let gone = false;
    void import('../../../richtext/mount.ts').then(({ mount }) => {
      if (gone || !place.current) return;
      editor.current = mount({
        place: place.current,
        doc,
        label,
        onChange: setText,
        onBlur: () => undefined,
        onFormat: () => undefined,
      });
      setReady(true);
    });
    return () => {
      gone = true;
      editor.current?.destroy();
      editor.current = undefined;
    };
  }, []);
  useEffect(() => {
    if (ready) editor.current?.focus();
  }, [ready]);
  const figures = useMemo(
    () =>
      forms.map((form) => ({
        form,
        lines: linesOf(form).flatMap((line) => {
          const ref = figureRef(line.spot.form, line.spot.row, line.spot.column, 'total');
          const value = figureText([form], ref);
          return value === undefined ? [] : [{ ref, value, title: line.title }];
        }),
      })),
    [forms],
  );
  const put = (ref: string): void => {
    const found = figures.flatMap((f) => f.lines).find((l) => l.ref === ref);
    if (found) editor.current?.insertFigure(found.ref, found.value);
  };
  return (
    <div className="pedit">
      <div ref={place} className="pm" />
      {figures.some((f) => f.lines.length > 0) && (
        <SelectField label={t('draft.insertFigure')} value="" onText={put}>
          <option value="">{t('draft.chooseFigure')}</option>
          {figures.map(({ form, lines }) => (
            <optgroup key={form.id} label={form.title}>
              {lines.map((line) => (
                <option key={line.ref} value={line.ref}>
                  {line.title}: {line.value}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
      )}
      <div className="acts">
        <Btn
          kind="main"
          small
          busy={busy}
          reason={saysNothing(text) ? t('draft.nothingWritten') : undefined}
          onClick={() => onSave(text)}
        >
          {t('draft.save')}
        </Btn>
        <Btn small onClick={onCancel}>
          {t('common.cancel')}
        </Btn>
      </div>
    </div>
  );
};
