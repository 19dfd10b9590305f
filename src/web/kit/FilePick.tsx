import { useRef } from 'react';
import { Btn, type BtnProps } from './Btn.tsx';

/** A button that asks for a file. The same file chosen again counts as chosen again: it may have been mended. */
export const FilePick = ({
  accept,
  children,
  multiple,
  onFiles,
  ...button
}: Pick<BtnProps, 'kind' | 'busy' | 'reason' | 'icon'> & {
  /** Endings, as `.xlsx,.csv`. */
  accept: string;
  /** What the button says, which is also the name of the field. */
  children: string;
  multiple?: boolean;
  /** Called with at least one file. */
  onFiles: (files: [File, ...File[]]) => void;
}) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Btn icon="file-up" {...button} onClick={() => input.current?.click()}>
        {children}
      </Btn>
      <input
        ref={input}
        className="vh"
        type="file"
        accept={accept}
        multiple={multiple}
        tabIndex={-1}
        aria-label={children}
        onChange={(event) => {
          const [first, ...others] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (first) onFiles([first, ...others]);
        }}
      />
    </>
  );
};
