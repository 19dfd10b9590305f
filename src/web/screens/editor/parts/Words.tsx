import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { EMPTY_DOC, type RichDoc, saysNothing } from '../../../../core/kernel/richText.ts';
import type { WordsAnswer } from '../../../../core/report/answers.ts';
import type { Gap } from '../../../../core/report/gaps.ts';
import type { UnitSection } from '../../../../core/template/outline.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import type { IconName } from '../../../kit/icons.ts';
import { later } from '../../../kit/later.tsx';
import { StateChip } from '../../../kit/StateChip.tsx';
import { drop, keepMine, send } from '../../../outbox/outbox.ts';
import type { Format, Mounted } from '../../../richtext/mount.ts';
import { RichView } from '../../../richtext/RichView.tsx';
import { clockText } from '../../../texts/format.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { shortMoment } from '../../../texts/short-moment.ts';
import { t, useLanguage } from '../../../texts/text.ts';
import { shownText } from '../contradiction-text.ts';
import { type Desk, formKey, wordsGaps, wordsKey } from '../desk/desk.ts';
import { useSignal } from '../desk/signals.ts';
import { Contradictions } from './Contradictions.tsx';
import { figureText, InsertFigure } from './InsertFigure.tsx';

const InsertEvidence = later(() => import('./InsertEvidence.tsx').then((m) => m.InsertEvidence));

/** The editor comes as a part of its own, once: what is here already is taken without waiting for another frame. */
let richtext: Promise<typeof import('../../../richtext/mount.ts')> | undefined;
const loadRichtext = () => {
  richtext ??= import('../../../richtext/mount.ts').catch((error: unknown) => {
    richtext = undefined;
    throw error;
  });
  return richtext;
};

const FORMATS: readonly {
  what: Format;
  icon: IconName;
  text: 'bold' | 'italic' | 'underline' | 'bullets' | 'numbers';
}[] = [
  { what: 'strong', icon: 'bold', text: 'bold' },
  { what: 'em', icon: 'italic', text: 'italic' },
  { what: 'underline', icon: 'underline', text: 'underline' },
  { what: 'bullet_list', icon: 'list', text: 'bullets' },
  { what: 'ordered_list', icon: 'list-ordered', text: 'numbers' },
];

/** Both texts side by side; nothing is merged and nothing overwritten without a person's word (scenario D2). */
const Trouble = ({ desk, section }: { desk: Desk; section: UnitSection }) => {
  const entry = desk.entryAt(wordsKey(section.id));
  if (entry?.what !== 'words') return null;
  if (entry.status.kind === 'refused')
    return (
      <p className="say" role="alert">
        <Icon name="cloud-off" />
        <span>
          <b>{t('editor.refusedWords')}</b> {refusalText(entry.status.code, entry.status.details)}
        </span>
        <Btn small onClick={() => void drop([entry.id])}>
          {t('editor.dropValue')}
        </Btn>
      </p>
    );
  if (entry.status.kind !== 'conflict') return null;
  const theirs = entry.status.theirs as WordsAnswer;
  return (
    <div className="clash" role="alert">
      <p>
        <Icon name="users" /> <b>{t('editor.conflictWords')}</b>
      </p>
      <div className="pair">
        <div>
          <h3>{t('editor.conflictWordsMine')}</h3>
          {entry.doc ? <RichView doc={entry.doc as RichDoc} /> : <StateChip state="nil" />}
          <Btn small onClick={() => keepMine(entry.id)}>
            {t('editor.keepMyWords')}
          </Btn>
        </div>
        <div>
          <h3>{t('editor.conflictWordsTheirs', { by: theirs.by, time: clockText(theirs.at) })}</h3>
          {theirs.doc ? <RichView doc={theirs.doc as RichDoc} /> : <StateChip state="nil" />}
          <Btn
            small
            onClick={() => {
              desk.takeTheirs(theirs);
              void drop([entry.id]);
            }}
          >
            {t('editor.takeTheirWords')}
          </Btn>
        </div>
      </div>
    </div>
  );
};

export const Words = memo(
  ({ desk, section, number }: { desk: Desk; section: UnitSection; number: string }) => {
    useLanguage();
    const revision = useSignal(desk, wordsKey(section.id));
    const found = useSignal(desk, wordsGaps(section.id));
    const gaps = desk.gapsOfWords(section.id);
    const locked = !desk.report.use().may.includes('edit');
    const words = desk.wordsAt(section.id);
    const doc = words?.doc ?? EMPTY_DOC;
    const nil = words?.kind === 'nil';
    const place = useRef<HTMLDivElement>(null);
    const editor = useRef<Mounted | undefined>(undefined);
    const wantsFocus = useRef(false);
    const [ready, setReady] = useState(false);
    const [active, setActive] = useState<ReadonlySet<Format>>(new Set());
    const [picking, setPicking] = useState(false);
    const [citing, setCiting] = useState(false);
    const picked = useRef<(() => void) | undefined>(undefined);
    const focus = desk.focus.use();

    useEffect(() => {
      // The closing dialog gives focus back to its button first; the cursor belongs behind the figure.
      if (picking || citing) return;
      picked.current?.();
      picked.current = undefined;
    }, [picking, citing]);

    useLayoutEffect(() => {
      if (locked || nil) return;
      let gone = false;
      // The words can be read and the figures typed before it is here.
      void loadRichtext().then(({ mount }) => {
        if (gone || !place.current) return;
        editor.current = mount({
          place: place.current,
          doc: desk.wordsAt(section.id)?.doc ?? EMPTY_DOC,
          label: t('editor.wordsLabel', { number, title: section.title }),
          onChange: (next) => desk.set([{ what: 'words', section: section.id, kind: 'text', doc: next }]),
          onBlur: () => void send(),
          onFormat: setActive,
        });
        setReady(true);
        // Hidden until the next drawing, and what is hidden takes no cursor.
        place.current.hidden = false;
        if (wantsFocus.current) editor.current.focus();
        wantsFocus.current = false;
      });
      return () => {
        gone = true;
        setReady(false);
        editor.current?.destroy();
        editor.current = undefined;
      };
    }, [desk, section.id, locked, nil]);

    useEffect(() => {
      const now = desk.wordsAt(section.id)?.doc;
      if (editor.current && now) editor.current.show(now);
    }, [revision, ready]);

    useEffect(() => {
      const open = desk.gapsOfWords(section.id).filter((g) => !g.overridden);
      editor.current?.mark(open.flatMap((g) => g.contradiction?.quote ?? []));
    }, [desk, section.id, found, ready]);

    const mend = (gap: Gap): void => {
      const c = gap.contradiction;
      if (!c?.number) return;
      const cell = c.cell && `${c.formId}/${c.cell.row}/${c.cell.column}`;
      const text = (cell && figureText(desk, cell)) || shownText(c);
      editor.current?.mend(c.quote, c.number, cell, text);
    };

    useEffect(() => {
      if (!ready) return;
      const follow = (): void => editor.current?.follow((cell) => figureText(desk, cell));
      follow();
      const stops = section.forms.map((form) => desk.on(formKey(form.id), follow));
      return () => {
        for (const stop of stops) stop();
      };
    }, [desk, section, ready]);

    useLayoutEffect(() => {
      if (!focus || focus.form || focus.section !== section.id) return;
      if (editor.current) editor.current.focus();
      else wantsFocus.current = true;
      place.current?.scrollIntoView({ block: 'center' });
      desk.focus.set(undefined);
    }, [focus, ready]);

    const writer = desk.writerOf(section.id);
    const empty = nil || saysNothing(doc);
    if (locked)
      return (
        <section className="sheet nar" aria-label={t('editor.words')}>
          {nil ? (
            <p className="pad">
              <StateChip state="nil" />
            </p>
          ) : empty ? (
            <p className="pad sec">{t('editor.noWords')}</p>
          ) : (
            <RichView doc={doc} />
          )}
          <Contradictions desk={desk} gaps={gaps} />
        </section>
      );
    const write = (kind: 'text' | 'nil'): void => {
      wantsFocus.current = kind === 'text';
      desk.set([{ what: 'words', section: section.id, kind, doc: kind === 'nil' ? null : EMPTY_DOC }], true);
    };
    const figures = section.forms.some((f) => f.columns.some((c) => c.kind === 'figure'));
    return (
      <section className="sheet nar" aria-label={t('editor.words')}>
        {nil ? (
          <p className="nilw">
            <StateChip state="nil" />
            <Btn small kind="quiet" onClick={() => write('text')}>
              {t('editor.writeWords')}
            </Btn>
          </p>
        ) : (
          <>
            <div className="tools" role="toolbar" aria-label={t('editor.format')}>
              {FORMATS.map(({ what, icon, text }) => (
                <button
                  key={what}
                  type="button"
                  className="icon-btn"
                  aria-label={t(`editor.${text}`)}
                  title={t(`editor.${text}`)}
                  aria-pressed={active.has(what)}
                  onMouseDown={(e) => e.preventDefault()}
                  onClick={() => editor.current?.format(what)}
                >
                  <Icon name={icon} />
                </button>
              ))}
              {figures && (
                <Btn small kind="quiet" icon="table-2" onClick={() => setPicking(true)}>
                  <span className="phone-hide">{t('editor.insertFigure')}</span>
                  <span className="phone-only">{t('editor.insertFigureShort')}</span>
                </Btn>
              )}
              <Btn
                small
                kind="quiet"
                icon="paperclip"
                aria-label={t('editor.citeInWords')}
                onClick={() => setCiting(true)}
              >
                <span className="phone-hide">{t('editor.citeInWords')}</span>
              </Btn>
              {empty && (
                <Btn small kind="quiet" icon="circle-slash-2" onClick={() => write('nil')}>
                  {t('editor.nilWords')}
                </Btn>
              )}
              {writer?.by && (
                <span className="s12 mut end">
                  {t('editor.writtenBy', { name: writer.by, time: shortMoment(writer.at) })}
                </span>
              )}
            </div>
            {!ready && <RichView doc={doc} />}
            <div ref={place} className="pm" hidden={!ready} />
          </>
        )}
        <Contradictions desk={desk} gaps={gaps} onMend={ready ? mend : undefined} />
        <Trouble desk={desk} section={section} />
        {picking && (
          <InsertFigure
            desk={desk}
            section={section}
            onClose={() => setPicking(false)}
            onPick={(cell, text) => {
              picked.current = () => editor.current?.insertFigure(cell, text);
              setPicking(false);
            }}
          />
        )}
        {citing && (
          <InsertEvidence
            desk={desk}
            onClose={() => setCiting(false)}
            onPick={(id, text) => {
              picked.current = () => editor.current?.insertEvidence(id, text);
              setCiting(false);
            }}
          />
        )}
      </section>
    );
  },
);
