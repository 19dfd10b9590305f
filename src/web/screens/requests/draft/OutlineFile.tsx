import { useId, useRef } from 'react';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';

export type ReadOutline = {
  readonly fileName: string;
  readonly notes: { readonly converted: boolean; readonly confirm: boolean };
  readonly parts: readonly {
    readonly order: number;
    readonly title: string;
    readonly fields?: readonly string[];
  }[];
};

/** The outline that was attached to the letter as a file of its own; reading it changes nothing yet. */
export const OutlineFile = ({
  read,
  onRead,
}: {
  read: ReadOutline | undefined;
  onRead: (read: ReadOutline | undefined) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const act = useAction(({ file }: { file: File; stamp: string }, key) => {
    const form = new FormData();
    form.set('file', file);
    return api.post<ReadOutline>('/api/letters/outline', form, { key });
  });
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    onRead(undefined);
    const answer = await act.run({ file, stamp: `${file.name} ${file.size} ${file.lastModified}` });
    if (answer.ok) onRead(answer.data);
  };
  return (
    <div className="pad outl-file">
      <div className="acts">
        <Btn small icon="file-up" busy={act.busy} onClick={() => input.current?.click()}>
          {t('requests.outlineFile')}
        </Btn>
        <span className="s13 sec">{t('requests.outlineFileHint')}</span>
      </div>
      <label className="vh" htmlFor={id}>
        {t('requests.outlineFile')}
      </label>
      <input
        ref={input}
        id={id}
        className="vh"
        type="file"
        accept=".docx,.pdf,.txt,.html,.htm"
        tabIndex={-1}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <FailureNote failure={act.failure} />
      {read && (
        <Banner
          tone={read.notes.converted || read.notes.confirm ? 'warn' : 'info'}
          icon="file-text"
          title={t('requests.outlineRead', { file: read.fileName, n: read.parts.length })}
          actions={
            <Btn small kind="quiet" onClick={() => onRead(undefined)}>
              {t('requests.outlineForget')}
            </Btn>
          }
        >
          {read.notes.converted || read.notes.confirm
            ? t('requests.outlineConverted')
            : t('requests.outlineCompare')}
        </Banner>
      )}
    </div>
  );
};
