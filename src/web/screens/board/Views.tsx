import { type FormEvent, useState } from 'react';
import type { BoardView, BoardViewsAnswer } from '../../../core/report/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { TextField } from '../../kit/Field.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { t } from '../../texts/text.ts';

const PATH = '/api/board-views';

/** Filters and orders that the person keeps: chosen from a list, kept under a name. */
export const Views = ({ view, onView }: { view: BoardView; onView: (view: BoardView) => void }) => {
  const kept = useResource<BoardViewsAnswer>(PATH);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const views = kept.data?.views ?? [];
  const chosen = views.find((v) => JSON.stringify(v.view) === JSON.stringify(view));
  const save = useAction((input: { name: string; view: BoardView }, key) =>
    api.put<BoardViewsAnswer>(PATH, input, { key }),
  );
  const forget = useAction((input: { name: string }, key) => api.del<BoardViewsAnswer>(PATH, input, { key }));
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await save.run({ name: name.trim(), view });
    if (!answer.ok) return;
    void kept.mutate(answer.data, { revalidate: false });
    setOpen(false);
  };
  const drop = async (): Promise<void> => {
    if (!chosen) return;
    const answer = await forget.run({ name: chosen.name });
    if (answer.ok) void kept.mutate(answer.data, { revalidate: false });
  };
  return (
    <>
      {views.length > 0 && (
        <label className="srt">
          <span>{t('watch.view')}</span>
          <select
            className="sel"
            value={chosen?.name ?? ''}
            onChange={(event) => {
              const next = views.find((v) => v.name === event.currentTarget.value);
              if (next) onView(next.view);
            }}
          >
            <option value="">{t('watch.viewNone')}</option>
            {views.map((v) => (
              <option key={v.name} value={v.name}>
                {v.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen ? (
        <Btn small kind="quiet" icon="trash-2" busy={forget.busy} onClick={() => void drop()}>
          {t('watch.viewForget')}
        </Btn>
      ) : (
        <Btn
          small
          kind="quiet"
          icon="plus"
          onClick={() => {
            setName('');
            setOpen(true);
          }}
        >
          {t('watch.viewKeep')}
        </Btn>
      )}
      <FailureNote failure={forget.failure} />
      <Dialog open={open} title={t('watch.viewKeep')} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={(event) => void keep(event)}>
          <TextField
            label={t('watch.viewName')}
            hint={t('watch.viewHint')}
            value={name}
            onText={setName}
            maxLength={60}
            required
            autoComplete="off"
          />
          <FailureNote failure={save.failure} />
          <div className="acts">
            <Btn kind="main" type="submit" busy={save.busy}>
              {t('watch.viewSave')}
            </Btn>
            <Btn onClick={() => setOpen(false)}>{t('common.cancel')}</Btn>
          </div>
        </form>
      </Dialog>
    </>
  );
};
