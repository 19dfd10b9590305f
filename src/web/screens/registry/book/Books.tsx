import { useState } from 'react';
import type { BookLine, RegisterAnswer } from '../../../../core/registry/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { KIND_WORDS } from './words.ts';

type Which = { unitId: string; kind: string; year: number };

/** The number that the program gives first: the next in the paper book. */
const HandOver = ({
  book,
  unitId,
  onClose,
  onDone,
}: {
  book: BookLine;
  unitId: string;
  onClose: () => void;
  onDone: (answer: RegisterAnswer) => void;
}) => {
  const [start, setStart] = useState(String(book.next));
  const [unread, setUnread] = useState(false);
  const act = useAction((input: Which & { startNumber: number }, key) =>
    api.post<RegisterAnswer>('/api/registry/books', input, { key }),
  );
  const send = async (): Promise<void> => {
    const read = /^\d{1,6}$/.test(start.trim());
    setUnread(!read);
    if (!read) return;
    const answer = await act.run({ unitId, kind: book.kind, year: book.year, startNumber: Number(start) });
    if (answer.ok) onDone(answer.data);
  };
  return (
    <Dialog
      open
      title={t('registry.handTitle', { kind: t(KIND_WORDS[book.kind]), year: String(book.year) })}
      onClose={onClose}
      actions={
        <>
          <Btn kind="main" icon="stamp" busy={act.busy} onClick={() => void send()}>
            {t('registry.hand')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </>
      }
    >
      <p>{t('registry.handText')}</p>
      <TextField
        label={t('registry.startNumber')}
        hint={
          book.lastNumber > 0
            ? t('registry.lastNumber', { n: String(book.lastNumber) })
            : t('registry.noNumberYet')
        }
        value={start}
        onText={setStart}
        inputMode="numeric"
        maxLength={6}
        figures
        required
        error={unread ? t('registry.startUnread') : undefined}
      />
      <FailureNote failure={act.failure} />
    </Dialog>
  );
};

/** Who keeps each book of the year: the office on paper, or the program. */
export const Books = ({
  register,
  onDone,
}: {
  register: RegisterAnswer;
  onDone: (answer: RegisterAnswer) => void;
}) => {
  const [handing, setHanding] = useState<BookLine | undefined>(undefined);
  const back = useAction((input: Which, key) =>
    api.post<RegisterAnswer>('/api/registry/books/take-back', input, { key }),
  );
  const unitId = register.unit.id;
  const takeBack = async (book: BookLine): Promise<void> => {
    const answer = await back.run({ unitId, kind: book.kind, year: book.year });
    if (answer.ok) onDone(answer.data);
  };
  return (
    <Sheet title={t('registry.books', { year: String(register.year) })}>
      <ul className="lines books">
        {register.books.map((book) => (
          <li key={book.kind}>
            <div>
              <b>{t(KIND_WORDS[book.kind])}</b>
              <p className="s13 sec">
                {book.handed
                  ? t('registry.bookHanded', {
                      n: String(book.next),
                      who: book.handedBy ?? '',
                      at: book.handedAt === null ? '' : moment(book.handedAt),
                    })
                  : book.lastNumber > 0
                    ? t('registry.bookKept', { n: String(book.lastNumber) })
                    : t('registry.bookKeptEmpty')}
              </p>
            </div>
            {register.may.includes('keep') &&
              (book.handed ? (
                <Btn
                  small
                  busy={back.busy}
                  aria-label={t('registry.takeBackOf', { kind: t(KIND_WORDS[book.kind]) })}
                  onClick={() => void takeBack(book)}
                >
                  {t('registry.takeBack')}
                </Btn>
              ) : (
                <Btn
                  small
                  icon="stamp"
                  aria-label={t('registry.handOf', { kind: t(KIND_WORDS[book.kind]) })}
                  onClick={() => setHanding(book)}
                >
                  {t('registry.hand')}
                </Btn>
              ))}
          </li>
        ))}
      </ul>
      <FailureNote failure={back.failure} />
      {handing && (
        <HandOver
          book={handing}
          unitId={unitId}
          onClose={() => setHanding(undefined)}
          onDone={(answer) => {
            setHanding(undefined);
            onDone(answer);
          }}
        />
      )}
    </Sheet>
  );
};
