import { useState } from 'react';
import type { Request } from '../../../../core/campaign/request.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { t } from '../../../texts/text.ts';
import { DayField } from './DayField.tsx';
import { EditForm } from './EditForm.tsx';
import type { PartProps } from './part-props.ts';
import { readTypedDay } from './typed-day.ts';
import { ValueRow } from './ValueRow.tsx';
import { basisWords } from './words.ts';

type Basis = Request['legalBases'][number];
const NEW: Basis = { kind: 'Công văn', number: '', date: null, issuer: null, about: null };

const BasisEdit = ({
  value,
  onChange,
  onRemove,
  close,
}: {
  value: Basis;
  onChange: (value: Basis) => void;
  onRemove?: () => void;
  close: () => void;
}) => {
  const [kind, setKind] = useState(value.kind);
  const [number, setNumber] = useState(value.number);
  const [date, setDate] = useState(value.date ? shortDay(value.date) : '');
  const [issuer, setIssuer] = useState(value.issuer ?? '');
  const [error, setError] = useState<{ kind?: string; number?: string; date?: string }>({});
  const done = () => {
    const day = date.trim() === '' ? null : readTypedDay(date);
    if (kind.trim() === '') return setError({ kind: t('requests.basisKindMissing') });
    if (number.trim() === '') return setError({ number: t('requests.basisNumberMissing') });
    if (day === undefined) return setError({ date: t('requests.dayUnread') });
    onChange({
      ...value,
      kind: kind.trim(),
      number: number.trim(),
      date: day,
      issuer: issuer.trim() || null,
    });
    close();
  };
  return (
    <EditForm onDone={done} onCancel={close} onRemove={onRemove}>
      <div className="pair">
        <TextField
          label={t('requests.basisKind')}
          error={error.kind}
          maxLength={60}
          value={kind}
          onText={setKind}
        />
        <TextField
          label={t('requests.basisNumber')}
          error={error.number}
          maxLength={60}
          value={number}
          onText={setNumber}
        />
      </div>
      <div className="pair">
        <DayField label={t('requests.basisDate')} value={date} error={error.date} onText={setDate} />
        <TextField label={t('requests.basisIssuer')} maxLength={300} value={issuer} onText={setIssuer} />
      </div>
    </EditForm>
  );
};

/** Documents that the request rests on, each with the words of the letter it was read from. */
export const BasisRows = ({ request, numbered, ends, edit }: PartProps) => {
  const [adding, setAdding] = useState(false);
  const bases = request.legalBases;
  const put = (at: number, basis: Basis | undefined): void =>
    edit?.change((r) => ({
      ...r,
      legalBases: basis
        ? at < r.legalBases.length
          ? r.legalBases.map((b, i) => (i === at ? basis : b))
          : [...r.legalBases, basis]
        : r.legalBases.filter((_, i) => i !== at),
    }));
  return (
    <>
      {bases.map((basis, at) => (
        <ValueRow
          key={`${at}-${basis.number}`}
          label={at === 0 ? t('requests.bases') : ''}
          edits={basisWords(basis)}
          more={at > 0}
          n={numbered.numbers.get(`basis:${basis.kind} ${basis.number}`)}
          ends={ends}
          editor={
            edit &&
            ((close) => (
              <BasisEdit
                value={basis}
                close={close}
                onChange={(value) => put(at, value)}
                onRemove={() => put(at, undefined)}
              />
            ))
          }
        >
          {basisWords(basis)}
        </ValueRow>
      ))}
      {edit && (
        <div className={bases.length > 0 ? 'fr more' : 'fr'}>
          <dt>{bases.length === 0 && t('requests.bases')}</dt>
          <dd>
            {adding ? (
              <BasisEdit
                value={NEW}
                close={() => setAdding(false)}
                onChange={(value) => put(bases.length, value)}
              />
            ) : (
              <Btn small kind="quiet" icon="plus" onClick={() => setAdding(true)}>
                {t('requests.addBasis')}
              </Btn>
            )}
          </dd>
        </div>
      )}
    </>
  );
};
