import { useRef, useState } from 'react';
import type { FormPreview, FormTaken } from '../../../core/report/excel/answers.ts';
import { api } from '../../http/api.ts';
import type { Failure } from '../../http/failure.ts';
import { takenCells } from '../editor/excel/preview-words.ts';

export type FileState =
  | { readonly kind: 'waiting' | 'reading' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'read'; readonly preview: FormPreview; readonly failure?: Failure }
  | { readonly kind: 'taken'; readonly preview: FormPreview; readonly taken: FormTaken };
export type OneFile = { readonly id: number; readonly name: string; readonly state: FileState };

/** Many files, read one after the other: a slow machine shows what it has, and one bad file stops none. */
export const useFiles = (campaignId: string) => {
  const [files, setFiles] = useState<readonly OneFile[]>([]);
  const [busy, setBusy] = useState(false);
  const next = useRef(1);
  const put = (id: number, state: FileState): void =>
    setFiles((all) => all.map((file) => (file.id === id ? { ...file, state } : file)));
  const add = async (chosen: readonly File[]): Promise<void> => {
    const entries = chosen.map((file) => ({ id: next.current++, file }));
    setFiles((all) => [
      ...all,
      ...entries.map(({ id, file }) => ({ id, name: file.name, state: { kind: 'waiting' as const } })),
    ]);
    setBusy(true);
    for (const { id, file } of entries) {
      put(id, { kind: 'reading' });
      const form = new FormData();
      form.set('file', file);
      const answer = await api.post<FormPreview>(`/api/campaigns/${campaignId}/forms/preview`, form);
      put(
        id,
        answer.ok ? { kind: 'read', preview: answer.data } : { kind: 'refused', failure: answer.failure },
      );
    }
    setBusy(false);
  };
  /** Each unit is a transaction of its own: what one of them refuses keeps no other from being taken. */
  const take = async (ready: readonly OneFile[]): Promise<void> => {
    setBusy(true);
    for (const { id, state } of ready) {
      if (state.kind !== 'read') continue;
      const { preview } = state;
      const way = preview.by === 'edit' ? 'form' : 'bring-in';
      const answer = await api.post<FormTaken>(`/api/reports/${campaignId}/${preview.unitId}/${way}`, {
        cells: takenCells(preview),
        file: preview.file,
      });
      put(
        id,
        answer.ok
          ? { kind: 'taken', preview, taken: answer.data }
          : { kind: 'read', preview, failure: answer.failure },
      );
    }
    setBusy(false);
  };
  const remove = (id: number): void => setFiles((all) => all.filter((file) => file.id !== id));
  return { files, busy, add, take, remove };
};
