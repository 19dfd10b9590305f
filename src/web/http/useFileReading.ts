import { useState } from 'react';
import { api } from './api.ts';
import type { Failure } from './failure.ts';
import { useAction } from './useAction.ts';

export type FileReading<Preview> = {
  /** What the server made of the file; nothing is stored by it. */
  preview: Preview | undefined;
  file: File | undefined;
  busy: boolean;
  failure: Failure | undefined;
  choose(file: File): Promise<Preview | undefined>;
  forget(): void;
};

export const formOf = (file: File): FormData => {
  const form = new FormData();
  form.set('file', file);
  return form;
};

/** A file says nothing of itself in JSON: its name, size and time tell one try from another. */
export const stampOf = (file: File): string => `${file.name} ${file.size} ${file.lastModified}`;

/** The dry run of a file at an address that reads it and stores nothing. */
export const useFileReading = <Preview>(path: string): FileReading<Preview> => {
  const [read, setRead] = useState<{ file?: File; preview?: Preview }>({});
  const { run, busy, failure } = useAction(({ file }: { file: File; stamp: string }, key) =>
    api.post<Preview>(path, formOf(file), { key }),
  );
  const choose = async (file: File): Promise<Preview | undefined> => {
    setRead({ file });
    const answer = await run({ file, stamp: stampOf(file) });
    if (!answer.ok) return undefined;
    setRead({ file, preview: answer.data });
    return answer.data;
  };
  return { preview: read.preview, file: read.file, busy, failure, choose, forget: () => setRead({}) };
};
