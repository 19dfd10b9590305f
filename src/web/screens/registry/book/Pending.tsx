import { useState } from 'react';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { OutgoingLine, RegisterAnswer } from '../../../../core/registry/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { DayField } from '../../../kit/DayField.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { Paper } from '../../../kit/Paper.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { BasesDialog } from './BasesDialog.tsx';
import { PURPOSE_WORDS, relationWords } from './words.ts';

type Given = { id: string; version: number; number?: string; symbol: string; day?: string };

/** Văn thư gives the number, or only confirms the one that the book gives. */
const IssueForm = ({
  one,
  register,
  onDone,
}: {
  one: OutgoingLine;
  register: RegisterAnswer;
  onDone: () => void;
}) => {
  const book = register.books.find((b) => b.kind === one.kind && b.handed);
  const [number, setNumber] = useState('');
  const [symbol, setSymbol] = useState(one.symbol ?? '');
  const [day, setDay] = useState<string | undefined>(undefined);
  const [told, setTold] = useState('');
  const act = useAction(({ id, ...given }: Given, key) =>
    api.post(`/api/documents/${id}/issue`, given, { key }),
  );
  const send = async (event: { preventDefault(): void }): Promise<void> => {
    event.preventDefault();
    if (symbol.trim() === '' || (!book && (number.trim() === '' || !day))) {
      setTold(t('registry.issueMissing'));
      return;
    }
    setTold('');
    const typed = book ? {} : { number: number.trim(), ...(day ? { day } : {}) };
    const answer = await act.run({ id: one.id, version: one.version, symbol: symbol.trim(), ...typed });
    if (answer.ok) onDone();
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      {book && (
        <p className="s13 sec">
          {t('registry.nextFromBook', { n: String(book.next), day: shortDay(register.today) })}
        </p>
      )}
      <div className="three">
        {!book && (
          <TextField
            label={t('editor.registerNumber')}
            value={number}
            onText={setNumber}
            inputMode="numeric"
            maxLength={6}
            figures
            required
          />
        )}
        <TextField
          label={t('editor.registerSymbol')}
          value={symbol}
          onText={setSymbol}
          maxLength={40}
          required
        />
        {!book && <DayField label={t('editor.registerDay')} day={day} onDay={setDay} required />}
      </div>
      <FailureNote failure={act.failure} />
      <div className="acts">
        <Btn type="submit" kind="main" icon="stamp" busy={act.busy}>
          {t('registry.issue')}
        </Btn>
        <span role="status" className="s13">
          {told}
        </span>
      </div>
    </form>
  );
};

const Waiting = ({
  one,
  register,
  onDone,
}: {
  one: OutgoingLine;
  register: RegisterAnswer;
  onDone: () => void;
}) => {
  const [editing, setEditing] = useState(false);
  const step = useAction((verb: 'sign' | 'discard', key) =>
    api.post(`/api/documents/${one.id}/${verb}`, { version: one.version }, { key }),
  );
  const run = async (verb: 'sign' | 'discard'): Promise<void> => {
    const answer = await step.run(verb);
    if (answer.ok) onDone();
  };
  return (
    <li>
      <div>
        <b>{one.subject}</b>
        <p className="s13 sec">
          {t(PURPOSE_WORDS[one.purpose])}
          {one.aboutUnit ? `, ${one.aboutUnit}` : ''}.{' '}
          {one.purpose === 'area-report' &&
            `${one.frozen === null ? t('registry.ofMoment') : t('registry.ofFrozen', { n: one.frozen })} `}
          {one.state === 'draft'
            ? t('registry.waitsSignature')
            : t('registry.waitsNumberOf', { who: one.signedBy ?? '' })}
        </p>
        {one.of && <p className="s13">{relationWords(one.of, 'of')}</p>}
      </div>
      <div className="acts">
        {one.may.includes('sign') && (
          <Btn kind="main" icon="signature" busy={step.busy} onClick={() => void run('sign')}>
            {t('registry.sign')}
          </Btn>
        )}
        <Paper of={`/api/documents/${one.id}/document`} label={t('registry.print')} small />
        {one.bases && one.may.includes('set-bases') && (
          <Btn small icon="pencil-line" onClick={() => setEditing(true)}>
            {t('registry.basesTitle')}
          </Btn>
        )}
        {one.may.includes('discard') && (
          <Btn small kind="quiet" busy={step.busy} onClick={() => void run('discard')}>
            {t('registry.discard')}
          </Btn>
        )}
      </div>
      <FailureNote failure={step.failure} />
      {editing && <BasesDialog one={one} onClose={() => setEditing(false)} onDone={onDone} />}
      {one.may.includes('issue') && <IssueForm one={one} register={register} onDone={onDone} />}
    </li>
  );
};

/** Documents that are drafted and not yet out. */
export const Pending = ({ register, onDone }: { register: RegisterAnswer; onDone: () => void }) => {
  const waiting = register.documents.filter((one) => one.state === 'draft' || one.state === 'signed');
  if (waiting.length === 0) return null;
  return (
    <Sheet title={t('registry.pending')} count={waiting.length}>
      <ul className="lines">
        {waiting.map((one) => (
          <Waiting key={`${one.id}-${one.version}`} one={one} register={register} onDone={onDone} />
        ))}
      </ul>
    </Sheet>
  );
};
