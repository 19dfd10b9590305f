import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CampaignAnswer } from '../../../core/campaign/answers.ts';
import { Page } from '../../frame/Page.tsx';
import { api } from '../../http/api.ts';
import { refreshSession } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';
import { LetterPreview } from './letter/LetterPreview.tsx';
import { LetterSource, type Source } from './letter/LetterSource.tsx';
import type { LetterAnswer } from './letter/read-answer.ts';
import './requests.css';

/** Reads a letter and shows what was found; only "Lập dự thảo yêu cầu" stores something, and it sends nothing. */
const NewRequestScreen = () => {
  const [, go] = useLocation();
  const [source, setSource] = useState<Source | undefined>(undefined);
  const [answer, setAnswer] = useState<LetterAnswer | undefined>(undefined);
  const read = useAction(({ source: from }: { source: Source; stamp: string }, key) => {
    if (from.kind === 'text') return api.post<LetterAnswer>('/api/letters', { text: from.text }, { key });
    const form = new FormData();
    form.set('file', from.file);
    return api.post<LetterAnswer>('/api/letters', form, { key });
  });
  const draft = useAction((body: { text: string | null; fileName: string | null }, key) =>
    api.post<CampaignAnswer>('/api/campaigns', body, { key }),
  );
  const readFrom = async (from: Source): Promise<void> => {
    setSource(from);
    setAnswer(undefined);
    // A file says nothing of itself in JSON: its name, size and time tell one try from another.
    const stamp = from.kind === 'text' ? '' : `${from.file.name} ${from.file.size} ${from.file.lastModified}`;
    const result = await read.run({ source: from, stamp });
    if (result.ok) setAnswer(result.data);
  };
  const make = async (letter: LetterAnswer | undefined): Promise<void> => {
    const body = { text: letter?.text ?? null, fileName: letter?.file.name ?? null };
    const result = await draft.run(body);
    if (!result.ok) return;
    reloadAll('/api/campaigns');
    void refreshSession();
    go(`/yeu-cau/${result.data.id}`);
  };
  const again = (): void => {
    setAnswer(undefined);
    setSource(undefined);
    read.clear();
  };
  return (
    <Page
      title={t('requests.newTitle')}
      note={t(answer ? 'requests.newRead' : 'requests.newNote')}
      className={answer ? 'lt-main' : undefined}
      bare={answer !== undefined}
    >
      {answer ? (
        <LetterPreview
          answer={answer}
          busy={draft.busy}
          failure={draft.failure}
          onAgain={again}
          onDraft={() => void make(answer)}
        />
      ) : (
        <>
          <LetterSource
            source={source}
            busy={read.busy}
            failure={read.failure}
            onRead={(from) => void readFrom(from)}
            onClear={again}
          />
          <p className="s13 sec empty-way">
            {t('requests.withoutLetter')}{' '}
            <Btn small kind="quiet" busy={draft.busy} onClick={() => void make(undefined)}>
              {t('requests.startEmpty')}
            </Btn>
          </p>
          <FailureNote failure={draft.failure} />
        </>
      )}
    </Page>
  );
};

export default NewRequestScreen;
