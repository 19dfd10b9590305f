import { type ReactNode, useRef, useState } from 'react';
import { t } from '../texts/text.ts';
import { Btn } from './Btn.tsx';

/** Copies without asking for rights where an office serves plain HTTP: then the words are marked for Ctrl C. */
const copy = async (text: string, words: HTMLElement | null): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (!words) return false;
    getSelection()?.selectAllChildren(words);
    return document.execCommand('copy');
  }
};

/** Words to take elsewhere, such as into Zalo, with the button that copies them. */
export const CopyText = ({ text, actions }: { text: string; actions?: ReactNode }) => {
  const words = useRef<HTMLElement>(null);
  const [said, setSaid] = useState<string | undefined>(undefined);
  return (
    <>
      <blockquote className="copy-text" ref={words as never}>
        {text}
      </blockquote>
      <div className="acts">
        <Btn
          small
          icon="copy"
          onClick={() =>
            void copy(text, words.current).then((done) =>
              setSaid(t(done ? 'watch.copied' : 'watch.copyFailed')),
            )
          }
        >
          {t('watch.copy')}
        </Btn>
        {actions}
        <span role="status" className="s13 t-ok">
          {said}
        </span>
      </div>
    </>
  );
};
