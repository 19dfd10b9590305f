import { useState } from 'react';
import type { EvidenceAnswer, EvidenceList } from '../../../../core/evidence/answers.ts';
import type { ReportAnswer } from '../../../../core/report/answers.ts';
import type { UnitSection } from '../../../../core/template/outline.ts';
import { fullNumber } from '../../../../core/template/outlineOrder.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { SelectField, TextField } from '../../../kit/Field.tsx';
import { Empty, FailureNote, View } from '../../../kit/places.tsx';
import { keepPaper } from '../../../outbox/papers.ts';
import { t } from '../../../texts/text.ts';
import { AddDocument } from '../../evidence/AddDocument.tsx';
import { EvidenceTable } from '../../evidence/EvidenceTable.tsx';
import type { Desk } from '../desk/desk.ts';
import { addressOfReport } from '../parts/Foot.tsx';
import '../../evidence/evidence.css';

/** Chooses a document of the unit, or sends a new one, and cites it for the part, a row or a cell of it. */
const CiteDialog = ({
  desk,
  section,
  onClose,
}: {
  desk: Desk;
  section: UnitSection;
  onClose: () => void;
}) => {
  const { sections } = desk.report.use();
  const { unitId } = desk.owner;
  const [q, setQ] = useState('');
  const [place, setPlace] = useState(section.id);
  const [pages, setPages] = useState('');
  const [adding, setAdding] = useState(false);
  const list = useResource<EvidenceList>(`/api/evidence?${new URLSearchParams({ unitId, q })}`);
  const cite = useAction((input: { place: string; pages: string; evidenceId: string }, key) => {
    const [at, form, row, column] = input.place.split('/');
    return api.post<ReportAnswer>(
      `${addressOfReport(desk)}/evidence`,
      { section: at, form, row, column, evidenceId: input.evidenceId, pages: input.pages },
      { key },
    );
  });
  const take = async (document: EvidenceAnswer): Promise<void> => {
    const answer = await cite.run({ place, pages, evidenceId: document.id });
    if (!answer.ok) return;
    desk.take(answer.data);
    reloadAll('/api/evidence');
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t('evidence.citeTitle')}
      onClose={onClose}
      actions={<Btn onClick={onClose}>{t('common.cancel')}</Btn>}
    >
      <div className="ev-find">
        <SelectField label={t('evidence.place')} value={place} onText={setPlace}>
          <option value={section.id}>
            {t('evidence.placeSection', { number: fullNumber(sections, section) })}
          </option>
          {section.forms.map((form) => (
            <optgroup key={form.id} label={form.title}>
              {form.rows.map((row) => (
                <option key={row.id} value={`${section.id}/${form.id}/${row.id}`}>
                  {row.title}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <TextField
          label={t('evidence.pagesCited')}
          hint={t('evidence.pagesCitedHint')}
          value={pages}
          maxLength={60}
          onText={setPages}
        />
      </div>
      <FailureNote failure={cite.failure} />
      {adding ? (
        <AddDocument
          unitId={unitId}
          onAdded={(document) => void take(document)}
          onKeep={async (file, details) => {
            await keepPaper(desk.owner, { file, details, place, pages });
            onClose();
          }}
        />
      ) : (
        <>
          <TextField
            label={t('evidence.search')}
            hint={t('evidence.searchHint')}
            type="search"
            value={q}
            maxLength={200}
            onText={setQ}
          />
          <Btn icon="file-up" onClick={() => setAdding(true)}>
            {t('evidence.add')}
          </Btn>
          <View of={list}>
            {({ documents }) =>
              documents.length === 0 ? (
                <Empty title={t('evidence.none')}>{t('evidence.noneText')}</Empty>
              ) : (
                <EvidenceTable
                  documents={documents}
                  action={(document) => (
                    <Btn
                      small
                      busy={cite.busy}
                      aria-label={`${t('evidence.citeThis')} ${document.abstract}`}
                      onClick={() => void take(document)}
                    >
                      {t('evidence.citeThis')}
                    </Btn>
                  )}
                />
              )
            }
          </View>
        </>
      )}
    </Dialog>
  );
};

export default CiteDialog;
