import { type RefObject, useEffect, useState } from 'react';
import { CHOOSABLE, type Choosable } from '../../../../core/letter/choosable.ts';
import { Btn, IconBtn } from '../../../kit/Btn.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { t } from '../../../texts/text.ts';
import { choosableWords } from './gap-words.ts';

export type ChosenWords = { readonly start: number; readonly end: number; readonly text: string };

const LONGEST_SHOWN = 90;

/** Where a point of the selection stands in the letter: pieces of text carry their own place. */
const placeOf = (node: Node | null, offset: number): number | undefined => {
  if (!node) return undefined;
  const inText = node.nodeType === Node.TEXT_NODE;
  const near = inText ? node.parentElement : node instanceof Element ? node : null;
  const own = near?.closest('[data-at]');
  if (own && inText) return Number(own.getAttribute('data-at')) + offset;
  // Between two pieces: the next one begins there.
  const next = node instanceof Element ? node.childNodes[offset] : node.nextSibling;
  const piece =
    next instanceof Element ? (next.matches('[data-at]') ? next : next.querySelector('[data-at]')) : null;
  return piece ? Number(piece.getAttribute('data-at')) : undefined;
};

const selectedIn = (paper: HTMLElement, text: string): ChosenWords | undefined => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!paper.contains(range.startContainer) || !paper.contains(range.endContainer)) return undefined;
  let start = placeOf(range.startContainer, range.startOffset);
  let end = placeOf(range.endContainer, range.endOffset);
  if (start === undefined || end === undefined || end <= start) return undefined;
  while (start < end && /[\s*]/.test(text.charAt(start))) start++;
  while (end > start && /[\s*]/.test(text.charAt(end - 1))) end--;
  return end > start ? { start, end, text: text.slice(start, end).replace(/[\s*]+/g, ' ') } : undefined;
};

/** What such words most likely say; the person still chooses. */
const likely = (text: string): Choosable => {
  const days = text.match(/\d{1,2}\s?(?:\/|tháng)\s?\d{1,2}/gu)?.length ?? 0;
  if (/\d{1,6}\s?[/-]\s?(?:\d{4}\s?\/\s?)?\p{Lu}{2}/u.test(text)) return 'basis';
  if (days > 1 || (days === 1 && /đầu năm|số liệu/iu.test(text))) return 'window';
  if (days === 1) return 'deadline';
  if (/(?:quý|tháng|năm)\s+[\dIVX]+/iu.test(text) && text.length < 40) return 'period';
  return 'subject';
};

/** Words marked in the letter can be taken for a value: other words than the reader chose, or words it left. */
export const ChosenBar = ({
  paper,
  text,
  onChoose,
  byKeys,
  onClosed,
}: {
  paper: RefObject<HTMLElement | null>;
  text: string;
  onChoose: (what: Choosable, words: ChosenWords) => Promise<boolean>;
  /** The words are being chosen by arrows: the keys are told beside them. */
  byKeys: boolean;
  onClosed: () => void;
}) => {
  const [words, setWords] = useState<ChosenWords | undefined>(undefined);
  const [what, setWhat] = useState<Choosable>('deadline');
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const look = (): void => {
      const found = paper.current ? selectedIn(paper.current, text) : undefined;
      // Going to the field below ends the selection in some browsers; the words stay chosen.
      if (!found) return;
      setWords(found);
      setWhat(likely(found.text));
      setFailed(false);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [paper, text]);
  if (!words) return <p className="s13 mut choose">{t('requests.choosingHint')}</p>;
  const close = (): void => {
    setWords(undefined);
    getSelection()?.removeAllRanges();
    onClosed();
    if (byKeys) paper.current?.focus();
  };
  const shown = words.text.length > LONGEST_SHOWN ? `${words.text.slice(0, LONGEST_SHOWN)}…` : words.text;
  return (
    <form
      className="chosen"
      aria-label={t('requests.chosenWords')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void onChoose(what, words).then((ok) => (ok ? close() : setFailed(true)));
      }}
    >
      <p role="status">{t('requests.quoted', { words: shown })}</p>
      {byKeys && <p className="mut">{t('requests.choosingKeys')}</p>}
      <div className="acts">
        <SelectField label={t('requests.useFor')} value={what} onText={(text) => setWhat(text as Choosable)}>
          {CHOOSABLE.map((kind) => (
            <option key={kind} value={kind}>
              {choosableWords(kind)}
            </option>
          ))}
        </SelectField>
        <Btn small kind="main" type="submit">
          {t('requests.useWords')}
        </Btn>
        <IconBtn icon="x" label={t('requests.leave')} onClick={close} />
      </div>
      <div role="alert">
        {failed && <p className="er">{t('requests.wordsDoNotSay', { what: choosableWords(what) })}</p>}
      </div>
    </form>
  );
};
