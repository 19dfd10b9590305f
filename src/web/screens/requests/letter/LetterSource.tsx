import { useState } from 'react';
import type { Failure } from '../../../http/failure.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Field } from '../../../kit/Field.tsx';
import { FilePick } from '../../../kit/FilePick.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { failureText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';

export type Source = { kind: 'file'; file: File } | { kind: 'text'; text: string };

const ACCEPT = '.docx,.pdf,.txt,.html,.htm';
const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1024));

/** A file dropped or chosen, or pasted words. What could not be read stays named, with the reason and the way on. */
export const LetterSource = ({
  source,
  busy,
  failure,
  onRead,
  onClear,
}: {
  source: Source | undefined;
  busy: boolean;
  failure: Failure | undefined;
  onRead: (source: Source) => void;
  onClear: () => void;
}) => {
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const take = ([file]: ArrayLike<File> & Iterable<File>): void => {
    if (file) onRead({ kind: 'file', file });
  };
  const file = source?.kind === 'file' ? source.file : undefined;
  return (
    <div className="newreq">
      <Sheet title={t('requests.fromFile')} pad>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside is the first */}
        <div
          className={over ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer?.files ?? []);
          }}
        >
          <Icon name="file-up" large />
          <p>{t('requests.dropHere')}</p>
          <FilePick kind="main" busy={busy} accept={ACCEPT} onFiles={take}>
            {t('requests.chooseFile')}
          </FilePick>
          <p className="s13 mut">{t('requests.fileKinds')}</p>
        </div>
        {file && (
          <p className="kept">
            <Icon name={failure ? 'file-warning' : 'file-text'} /> <b>{file.name}</b>{' '}
            <span className="mut num">{t('requests.kilobytes', { n: kilobytes(file.size) })}</span>
          </p>
        )}
        <div role="status" className="alert">
          {busy && <p className="sec">{t('requests.reading')}</p>}
        </div>
        <div role="alert" className="alert">
          {failure && (
            <div className="refused">
              <p className="er">
                <Icon name="circle-x" />
                <span>{failureText(failure)}</span>
              </p>
              <div className="acts">
                {source && (
                  <Btn small icon="rotate-ccw" onClick={() => onRead(source)}>
                    {t('requests.readAgain')}
                  </Btn>
                )}
                <Btn small onClick={onClear}>
                  {t('requests.dropSource')}
                </Btn>
              </div>
            </div>
          )}
        </div>
      </Sheet>
      <Sheet title={t('requests.fromText')} pad>
        <form
          className="stack2"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') onRead({ kind: 'text', text });
          }}
        >
          <Field label={t('requests.letterText')} hint={t('requests.pasteHint')}>
            {(control) => (
              <textarea
                {...control}
                className="inp doc"
                rows={12}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <div className="acts">
            <Btn
              icon="clipboard-paste"
              type="submit"
              busy={busy}
              reason={text.trim() === '' ? t('requests.pasteFirst') : undefined}
            >
              {t('requests.readText')}
            </Btn>
          </div>
        </form>
      </Sheet>
    </div>
  );
};
