import { useState } from 'react';
import type { DraftAnswer } from '../../../../core/consolidation/answers.ts';
import { EMPTY_DOC } from '../../../../core/kernel/richText.ts';
import { useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { FailureNote, Loading, View } from '../../../kit/places.tsx';
import { shortMoment } from '../../../texts/short-moment.ts';
import { t } from '../../../texts/text.ts';
import { ClashBox } from './ClashBox.tsx';
import { Comments } from './Comments.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';
import { PieceEditor } from './PieceEditor.tsx';
import { PieceView } from './PieceView.tsx';
import { asWanted, moved, type Section, withoutSource, wordsPiece } from './pieces.ts';
import { SourcesPanel } from './SourcesPanel.tsx';
import { useSection } from './useSection.ts';
import './draft.css';

const NEW = 'new';

const SectionDraft = ({ draft, section }: { draft: DraftAnswer; section: Section }) => {
  const desk = useSection(draft.campaignId, section);
  const [editing, setEditing] = useState<string | undefined>(undefined);
  const [about, setAbout] = useState<string | null>(null);
  const [history, setHistory] = useState(false);
  const forms = draft.forms.filter((f) => section.area === null || f.area === section.area);
  const { pieces } = section;
  const tables = section.forms.filter((id) => !pieces.some((p) => p.kind === 'table' && p.form === id));
  return (
    <div className="dtwo">
      <div>
        <section className="sheet" aria-labelledby="section-title">
          <header>
            <h2 id="section-title">
              {section.number}. {section.title}
            </h2>
            <div className="end">
              {section.at !== null && (
                <span className="s12 sec">
                  {t('draft.savedBy', {
                    n: section.version,
                    name: section.by ?? '',
                    at: shortMoment(section.at),
                  })}
                </span>
              )}
              {section.version > 0 && (
                <Btn small kind="quiet" icon="history" onClick={() => setHistory(true)}>
                  {t('draft.history')}
                </Btn>
              )}
            </div>
          </header>
          <ClashBox desk={desk} />
          <FailureNote failure={desk.failure} />
          {pieces.length === 0 && <p className="pad sec">{t('draft.empty')}</p>}
          <ol className="pieces">
            {pieces.map((piece) =>
              editing === piece.id && piece.kind === 'words' ? (
                <li key={piece.id} className="piece">
                  <PieceEditor
                    doc={piece.doc}
                    label={t('draft.editLabel')}
                    forms={forms}
                    busy={desk.busy}
                    onCancel={() => setEditing(undefined)}
                    onSave={(doc) =>
                      void desk
                        .save(
                          asWanted(pieces).map((p) =>
                            p.id === piece.id && p.kind === 'words' ? { ...p, doc } : p,
                          ),
                        )
                        .then((safe) => safe && setEditing(undefined))
                    }
                  />
                </li>
              ) : (
                <PieceView
                  key={piece.id}
                  piece={piece}
                  names={draft.units}
                  forms={draft.forms}
                  problem={section.problems.find((p) => p.piece === piece.id)}
                  comments={
                    section.comments.filter((c) => c.piece === piece.id && c.settledAt === null).length
                  }
                  acts={
                    section.mayWrite
                      ? {
                          onEdit: () => setEditing(piece.id),
                          onMove: (by) => void desk.save(moved(pieces, piece.id, by)),
                          onRemove: () => void desk.save(asWanted(pieces).filter((p) => p.id !== piece.id)),
                          onComment: () => {
                            setAbout(piece.id);
                            requestAnimationFrame(() => document.getElementById('comment-words')?.focus());
                          },
                        }
                      : null
                  }
                />
              ),
            )}
          </ol>
          {section.mayWrite && (
            <div className="pad">
              {editing === NEW ? (
                <PieceEditor
                  doc={EMPTY_DOC}
                  label={t('draft.newLabel')}
                  forms={forms}
                  busy={desk.busy}
                  onCancel={() => setEditing(undefined)}
                  onSave={(doc) =>
                    void desk
                      .save([...asWanted(pieces), wordsPiece(doc, [])])
                      .then((safe) => safe && setEditing(undefined))
                  }
                />
              ) : (
                <div className="acts">
                  <Btn small icon="plus" onClick={() => setEditing(NEW)}>
                    {t('draft.addOwn')}
                  </Btn>
                  {tables.map((form) => (
                    <Btn
                      key={form}
                      small
                      icon="table-2"
                      onClick={() =>
                        void desk.save([
                          ...asWanted(pieces),
                          { id: wordsPiece(EMPTY_DOC, []).id, kind: 'table', form },
                        ])
                      }
                    >
                      {t('draft.addTable', {
                        title: draft.forms.find((f) => f.id === form)?.title ?? form,
                      })}
                    </Btn>
                  ))}
                </div>
              )}
            </div>
          )}
          <p className="foot-n s13 sec">
            <Icon name="link-2" /> {t('draft.everySentence')}
          </p>
        </section>
        <Comments draft={draft} section={section} piece={about} onDone={() => setAbout(null)} />
      </div>
      <SourcesPanel
        campaignId={draft.campaignId}
        section={section}
        onTake={(more) => void desk.save([...asWanted(pieces), ...more])}
        onDrop={(unitId, pieceId) => void desk.save(withoutSource(pieces, pieceId, unitId))}
      />
      {history && (
        <HistoryDialog
          campaignId={draft.campaignId}
          section={section}
          desk={desk}
          onClose={() => setHistory(false)}
        />
      )}
    </div>
  );
};

const markOf = (section: Section): string => {
  if (section.problems.length > 0) return t('draft.problems', { n: section.problems.length });
  return section.pieces.length === 0 ? t('draft.blank') : t('draft.pieceCount', { n: section.pieces.length });
};

const Draft = ({ draft }: { draft: DraftAnswer }) => {
  const written = draft.sections.filter((s) => s.words);
  const [id, setId] = useState(written[0]?.id);
  const section = written.find((s) => s.id === id) ?? written[0];
  if (!section) return null;
  return (
    <div className="wdraft">
      <nav className="dnav" aria-label={t('draft.outline')}>
        <ul>
          {draft.sections.map((s) => (
            <li key={s.id} className={`l${s.level}`}>
              {s.words ? (
                <button
                  type="button"
                  aria-current={s.id === section.id ? 'true' : undefined}
                  onClick={() => setId(s.id)}
                >
                  {s.number}. {s.title}
                  <span className={s.problems.length > 0 ? 'sub t-err' : 'sub'}>{markOf(s)}</span>
                </button>
              ) : (
                <b>
                  {s.number}. {s.title}
                </b>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <div className="dsel">
        <SelectField label={t('draft.section')} value={section.id} onText={setId}>
          {written.map((s) => (
            <option key={s.id} value={s.id}>
              {s.number}. {s.title} ({markOf(s)})
            </option>
          ))}
        </SelectField>
      </div>
      <SectionDraft key={section.id} draft={draft} section={section} />
    </div>
  );
};

/** The authority's own report by its outline: sentences and tables, each with its source at the side (G4). */
export const WordsPart = ({ campaignId }: { campaignId: string }) => {
  const draft = useResource<DraftAnswer>(`/api/campaigns/${campaignId}/draft`);
  return (
    <View
      of={draft}
      loading={
        <section className="sheet">
          <Loading lines={8} />
        </section>
      }
    >
      {(data) => <Draft draft={data} />}
    </View>
  );
};
