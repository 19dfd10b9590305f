import { useState } from 'react';
import type { EvidenceAnswer, EvidenceList } from '../../../core/evidence/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { reloadAll, useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { SelectField, TextField } from '../../kit/Field.tsx';
import { Empty, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import { AddDocument } from './AddDocument.tsx';
import { DocumentDialog } from './DocumentDialog.tsx';
import { EvidenceTable } from './EvidenceTable.tsx';
import './evidence.css';

/** Documents of the own units, and what others cite towards the own office. */
const EvidenceScreen = () => {
  const [q, setQ] = useState('');
  const [unit, setUnit] = useState('');
  const [adding, setAdding] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState<EvidenceAnswer | undefined>(undefined);
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(unit ? { unitId: unit } : {}) });
  const list = useResource<EvidenceList>(`/api/evidence?${query}`);
  const units = list.data?.units ?? [];
  const keepAt = units.find((u) => u.mayKeep && u.id === unit) ?? units.find((u) => u.mayKeep);
  const reload = (): void => {
    setOpen(undefined);
    setAdding(undefined);
    reloadAll('/api/evidence');
  };
  return (
    <Page
      title={t('evidence.title')}
      note={t('evidence.note')}
      actions={
        keepAt && (
          <Btn kind="main" icon="file-up" onClick={() => setAdding(keepAt.id)}>
            {t('evidence.add')}
          </Btn>
        )
      }
    >
      <Sheet pad>
        <div className="ev-find">
          <TextField
            label={t('evidence.search')}
            hint={t('evidence.searchHint')}
            type="search"
            value={q}
            maxLength={200}
            onText={setQ}
          />
          {units.length > 1 && (
            <SelectField label={t('evidence.unit')} value={unit} onText={setUnit}>
              <option value="">{t('evidence.allUnits')}</option>
              {units.map((u) => (
                <option key={u.id} value={u.id}>
                  {u.name}
                </option>
              ))}
            </SelectField>
          )}
        </div>
        <View of={list}>
          {({ documents, found }) => (
            <>
              <p role="status" className="sec s13">
                {found > documents.length
                  ? t('evidence.foundMany', { shown: documents.length, n: found })
                  : t('evidence.found', { n: found })}
              </p>
              {documents.length === 0 ? (
                q.trim() || unit ? (
                  <Empty title={t('evidence.none')}>{t('evidence.noneText')}</Empty>
                ) : (
                  <Empty title={t('evidence.noneYet')}>{t('evidence.noneYetText')}</Empty>
                )
              ) : (
                <EvidenceTable
                  documents={documents}
                  showUnit
                  action={(document) => (
                    <Btn small kind="quiet" onClick={() => setOpen(document)}>
                      {t('evidence.details')}
                    </Btn>
                  )}
                />
              )}
            </>
          )}
        </View>
      </Sheet>
      {adding && (
        <Dialog open wide title={t('evidence.add')} onClose={() => setAdding(undefined)}>
          <AddDocument unitId={adding} onAdded={reload} />
        </Dialog>
      )}
      {open && <DocumentDialog document={open} onClose={() => setOpen(undefined)} onChanged={reload} />}
    </Page>
  );
};

export default EvidenceScreen;
