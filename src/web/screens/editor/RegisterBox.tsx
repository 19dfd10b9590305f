import { useState } from 'react';
import type { Day } from '../../../core/kernel/instant.ts';
import { shortDay } from '../../../core/kernel/wording.ts';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { Btn } from '../../kit/Btn.tsx';
import { DayField } from '../../kit/DayField.tsx';
import { TextField } from '../../kit/Field.tsx';
import { FilePick } from '../../kit/FilePick.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import { useNextNumber } from '../registry/useNextNumber.ts';
import './receipt.css';
import { OriginalSignatures } from '../evidence/OriginalSignatures.tsx';

type Entry = { number?: string; symbol: string; day?: string };
/** A file bears no content of its own in the key of the act: its name and size stand for it. */
type Input = { entry: Entry | undefined; file: File | undefined; named: string };

const formOf = (entry: Entry | undefined, file: File): FormData => {
  const form = new FormData();
  // Before the file: who reads a form as it comes knows only what stood before.
  for (const [name, value] of Object.entries(entry ?? {})) form.append(name, value);
  form.append('file', file);
  return form;
};

/**
 * Văn thư writes number, symbol and day as they were given on paper, and adds the stamped PDF; the content stays
 * locked. Stands on the report page and on the registry's own screen.
 */
export const RegisterBox = ({
  campaignId,
  unitId,
  report,
  onDone,
}: {
  campaignId: string;
  unitId: string;
  report: Pick<ReportAnswer, 'registration' | 'may'>;
  onDone: (report: ReportAnswer) => void;
}) => {
  const { registration } = report;
  const [number, setNumber] = useState(registration?.number ?? '');
  const [symbol, setSymbol] = useState(registration?.symbol ?? 'BC-UBND');
  const [day, setDay] = useState<string>(registration?.day ?? '');
  const [file, setFile] = useState<File>();
  const [told, setTold] = useState('');
  const address = `/api/reports/${campaignId}/${unitId}`;
  // Number and stamped copy go as one act: of a copy that cannot be opened nothing is kept.
  const save = useAction(({ entry, file: stamped }: Input, key) =>
    stamped
      ? api.post<unknown>(`${address}/stamped`, formOf(entry, stamped), { key })
      : api.post<unknown>(`${address}/register`, entry, { key }),
  );
  const may = report.may.includes('register');
  const next = useNextNumber('report', may ? { unitId } : null);
  // The book gives one number for each sending: once it is given, only the stamped copy is still to come.
  const given = next !== undefined && registration?.current === true;
  const submit = async (event: { preventDefault(): void }): Promise<void> => {
    event.preventDefault();
    if (given && !file) return setTold(t('editor.registerFileMissing'));
    if (!given && (!symbol.trim() || (!next && (!number.trim() || !day))))
      return setTold(t('editor.registerMissing'));
    setTold('');
    const typed = next ? {} : { number: number.trim(), day };
    const entry = given ? undefined : { ...typed, symbol: symbol.trim() };
    const answer = await save.run({ entry, file, named: file ? `${file.name} ${file.size}` : '' });
    if (!answer.ok) return;
    setTold(t('editor.registerSaved'));
    // The file's own answer may say less than a report: the report is asked for once more.
    const after = await api.get<ReportAnswer>(address);
    if (after.ok) onDone(after.data);
  };
  if (!may && !registration) return null;
  return (
    <Sheet
      className="register"
      title={t('editor.register')}
      note={
        registration
          ? t('editor.registered', {
              number: registration.number,
              symbol: registration.symbol,
              day: shortDay(registration.day),
            })
          : undefined
      }
      pad
    >
      {registration && (
        <div className="s13 sec">
          {registration.stamped ? (
            <>
              <a href={`${address}/stamped.pdf`} download>
                {t('editor.registerOpen')}
              </a>
              <OriginalSignatures address={address} />
            </>
          ) : (
            t('editor.registerStampedNone')
          )}
        </div>
      )}
      {may && (
        <form className="stack" onSubmit={(e) => void submit(e)} noValidate>
          <p className="s13 sec">
            {given
              ? t(registration?.stamped ? 'editor.registerReplace' : 'editor.registerGiven')
              : next
                ? t('registry.nextFromBook', { n: String(next.next), day: shortDay(next.day) })
                : t('editor.registerText')}
          </p>
          {!given && (
            <div className={next ? 'symbol-only' : 'three'}>
              {!next && (
                <TextField
                  label={t('editor.registerNumber')}
                  value={number}
                  onText={setNumber}
                  inputMode="numeric"
                  maxLength={6}
                  required
                  figures
                />
              )}
              <TextField
                label={t('editor.registerSymbol')}
                value={symbol}
                onText={setSymbol}
                maxLength={40}
                required
              />
              {!next && (
                <DayField
                  label={t('editor.registerDay')}
                  day={day === '' ? undefined : (day as Day)}
                  onDay={(read) => setDay(read ?? '')}
                  required
                />
              )}
            </div>
          )}
          <div className="acts">
            <FilePick accept="application/pdf,.pdf" onFiles={([chosen]) => setFile(chosen)}>
              {t('editor.registerFile')}
            </FilePick>
            <span className="s13 sec">{file?.name ?? t('editor.registerFileHint')}</span>
          </div>
          <FailureNote failure={save.failure} />
          {file && !given && save.failure?.kind === 'refusal' && (
            <p className="s13 t-warn">{t('editor.registerNotKept')}</p>
          )}
          <div className="acts">
            <Btn type="submit" busy={save.busy}>
              {t(given ? 'editor.registerSaveFile' : 'editor.registerSave')}
            </Btn>
            <span role="status" className="s13">
              {told}
            </span>
          </div>
        </form>
      )}
    </Sheet>
  );
};
