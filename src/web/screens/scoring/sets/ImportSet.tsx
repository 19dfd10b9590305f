import { useState } from 'react';
import type { ImportProblemLine, SetAnswer, SetPreview } from '../../../../core/scoring/setAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useFileReading } from '../../../http/useFileReading.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { SelectField, TextField } from '../../../kit/Field.tsx';
import { FilePick } from '../../../kit/FilePick.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Table } from '../../../kit/Table.tsx';
import { t, useLanguage } from '../../../texts/text.ts';
import { Changes } from './Changes.tsx';

const STANDING = {
  new: 'scoring.standingNew',
  revision: 'scoring.standingRevision',
  same: 'scoring.standingSame',
  refused: 'scoring.standingRefused',
} as const;

const Problems = ({ problems }: { problems: readonly ImportProblemLine[] }) => {
  const language = useLanguage();
  if (problems.length === 0) return null;
  const errors = problems.filter((p) => p.severity === 'error').length;
  // A JSON file has no sheets and rows: there the place in it says where.
  const isSheet = problems.some((p) => p.sheet !== null);
  const caption = t('scoring.problems', { errors, warnings: problems.length - errors });
  return (
    <Table caption={caption} showCaption className="fold">
      <thead>
        <tr>
          {isSheet && <th>{t('scoring.sheetName')}</th>}
          {isSheet && <th>{t('scoring.row')}</th>}
          <th>{t('scoring.cell')}</th>
          <th>{t('scoring.why')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.slice(0, 200).map((p, at) => (
          <tr key={`${at} ${p.code}`}>
            {isSheet && <td data-l={t('scoring.sheetName')}>{p.sheet ?? '–'}</td>}
            {isSheet && (
              <td className="num" data-l={t('scoring.row')}>
                {p.row ?? '–'}
              </td>
            )}
            <td className={isSheet ? 'num' : 's12 anywrap'} data-l={t('scoring.cell')}>
              {p.cell ?? '–'}
            </td>
            <td data-l={t('scoring.why')} className={p.severity === 'error' ? 't-err' : undefined}>
              {p[language]} <span className="mut">({t(`scoring.${p.severity}`)})</span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};

/** I1: a form, a reading with every error by sheet, row and cell, what would differ, and only then the import. */
export const ImportSet = ({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) => {
  const [chosen, setChosen] = useState(0);
  const [reason, setReason] = useState('');
  const read = useFileReading<SetPreview>('/api/criteria-sets/preview');
  const { preview } = read;
  const keep = useAction((body: { set: unknown; reason: string }, key) =>
    api.post<SetAnswer>('/api/criteria-sets', body, { key }),
  );
  const one = preview?.sets[chosen];
  const isOpen = one !== undefined && (one.standing === 'new' || one.standing === 'revision');
  const confirm = async (): Promise<void> => {
    if (!one) return;
    const answer = await keep.run({ set: one.set, reason });
    if (answer.ok) onDone(one.id);
  };
  return (
    <Dialog
      open
      wide
      title={t('scoring.importTitle')}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('scoring.leave')}</Btn>
          {one && (
            <Btn
              kind="main"
              busy={keep.busy}
              reason={isOpen ? undefined : t(STANDING[one.standing])}
              onClick={() => void confirm()}
            >
              {one.standing === 'revision' && one.head
                ? t('scoring.keepRevision', { n: one.head.version })
                : t('scoring.keep')}
            </Btn>
          )}
        </>
      }
    >
      <p>{t('scoring.importText')}</p>
      <div className="acts">
        <Btn icon="download" href="/api/criteria-sets/form.xlsx" download>
          {t('scoring.form')}
        </Btn>
        <FilePick
          kind={preview ? 'plain' : 'main'}
          busy={read.busy}
          accept=".xlsx,.json"
          onFiles={([file]) => {
            setChosen(0);
            void read.choose(file);
          }}
        >
          {t('scoring.choose')}
        </FilePick>
      </div>
      <FailureNote failure={read.failure ?? keep.failure} />
      {preview && preview.sets.length > 1 && (
        <SelectField
          label={t('scoring.pickSet')}
          value={String(chosen)}
          onText={(value) => setChosen(Number(value))}
        >
          {preview.sets.map((set, at) => (
            <option key={set.id} value={String(at)}>
              {set.head?.title ?? set.id}
            </option>
          ))}
        </SelectField>
      )}
      {one && (
        <>
          <p role="status">
            {preview && t('scoring.fileOf', { name: preview.fileName })}.{' '}
            <b>
              {t('scoring.readOf', { id: one.head?.title ?? one.id, standing: t(STANDING[one.standing]) })}
            </b>
            {one.head && ` ${t('scoring.size', one.head)}.`}
          </p>
          <Problems problems={one.problems} />
          {one.standing === 'revision' && (
            <section>
              <h3>{t('scoring.changesCount', { n: one.changes.length })}</h3>
              <Changes changes={one.changes} />
              <TextField
                label={t('scoring.reason')}
                hint={t('scoring.reasonHint')}
                value={reason}
                required
                onText={setReason}
              />
            </section>
          )}
        </>
      )}
    </Dialog>
  );
};
