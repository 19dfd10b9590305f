import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

type Word = { readonly node: Text; readonly from: number; readonly to: number };

/** Words of the letter in its order; the numbers of values and blanks between them are none. */
const wordsIn = (paper: HTMLElement): Word[] => {
  const words: Word[] = [];
  const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text) || !node.parentElement?.closest('[data-at]')) continue;
    for (const m of node.data.matchAll(/\S+/g))
      words.push({ node, from: m.index, to: m.index + m[0].length });
  }
  return words;
};

const rangeOf = (first: Word, last: Word): Range => {
  const range = document.createRange();
  range.setStart(first.node, first.from);
  range.setEnd(last.node, last.to);
  return range;
};

const boxOf = (word: Word): DOMRect => rangeOf(word, word).getBoundingClientRect();

/** The word of the line above or below that stands nearest. */
const onNextLine = (words: readonly Word[], at: number, step: 1 | -1): number => {
  const here = words[at] && boxOf(words[at]);
  if (!here) return at;
  let best = at;
  let line: number | undefined;
  for (let i = at + step; i >= 0 && i < words.length; i += step) {
    const box = words[i] && boxOf(words[i] as Word);
    if (!box || Math.abs(box.top - here.top) < here.height / 2) continue;
    line ??= box.top;
    if (Math.abs(box.top - line) > here.height / 2) break;
    const isNearer =
      best === at || Math.abs(box.left - here.left) < Math.abs(boxOf(words[best] as Word).left - here.left);
    if (isNearer) best = i;
  }
  return best;
};

const target = (key: string, words: readonly Word[], at: number): number | undefined => {
  switch (key) {
    case 'ArrowRight':
      return Math.min(words.length - 1, at + 1);
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowDown':
      return onNextLine(words, at, 1);
    case 'ArrowUp':
      return onNextLine(words, at, -1);
    default:
      return undefined;
  }
};

/** The first word that can be seen: the keys begin where one is reading. */
const firstSeen = (paper: HTMLElement, words: readonly Word[]): number => {
  const top = Math.max(0, paper.getBoundingClientRect().top);
  return Math.max(
    0,
    words.findIndex((word) => boxOf(word).top >= top),
  );
};

/**
 * Words of the letter chosen without a mouse: Enter on the letter marks the first word in sight, arrows move, Shift
 * makes it longer, Enter goes on to what the words are for, Esc leaves.
 */
export const useWordKeys = (paper: RefObject<HTMLElement | null>, toForm: () => void) => {
  const [isOn, setOn] = useState(false);
  const ends = useRef({ anchor: 0, head: 0 });
  const show = (words: readonly Word[]): void => {
    const { anchor, head } = ends.current;
    const [first, last] = [words[Math.min(anchor, head)], words[Math.max(anchor, head)]];
    const selection = getSelection();
    if (!first || !last || !selection) return;
    selection.removeAllRanges();
    selection.addRange(rangeOf(first, last));
    const moved = words[head];
    const sheet = paper.current;
    if (!moved || !sheet) return;
    const [box, view] = [boxOf(moved), sheet.getBoundingClientRect()];
    const [top, bottom] = [Math.max(view.top, 0) + 48, Math.min(view.bottom, innerHeight) - 160];
    const by = box.top < top ? box.top - top : box.bottom > bottom ? box.bottom - bottom : 0;
    if (by === 0) return;
    // On a narrow screen the page scrolls, else the sheet does.
    if (sheet.scrollHeight > sheet.clientHeight + 1) sheet.scrollTop += by;
    else scrollBy(0, by);
  };
  const start = (): void => {
    const sheet = paper.current;
    if (!sheet) return;
    const words = wordsIn(sheet);
    const at = firstSeen(sheet, words);
    ends.current = { anchor: at, head: at };
    setOn(true);
    sheet.focus();
    show(words);
  };
  const leave = (): void => {
    setOn(false);
    getSelection()?.removeAllRanges();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== paper.current || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (isOn) toForm();
      else start();
      return;
    }
    if (!isOn || !paper.current) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
      return;
    }
    const words = wordsIn(paper.current);
    const head = target(event.key, words, ends.current.head);
    if (head === undefined) return;
    event.preventDefault();
    ends.current = { anchor: event.shiftKey ? ends.current.anchor : head, head };
    show(words);
  };
  return { isOn, start, leave, onKeyDown };
};
