import { type FormEvent, useState } from 'react';
import type { PersonLine, PostLine, UnitsAnswer } from '../../../../core/directory/answers.ts';
import type { PostDetails } from '../../../../core/directory/post.ts';
import { ROLES, type Role } from '../../../../core/directory/roles.ts';
import { dayOfInstant } from '../../../../core/kernel/instant.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { api } from '../../../http/api.ts';
import { serverNow } from '../../../http/server-clock.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { SelectField, TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';
import { DayText } from '../DayText.tsx';
import { UnitOptions } from '../UnitOptions.tsx';
import { ROLE_WORDS, typedDay } from '../words.ts';

const reload = (): void => {
  reloadAll('/api/people');
  reloadAll('/api/units');
};

export const GivePost = ({ person, onClose }: { person: PersonLine; onClose: () => void }) => {
  const units = useResource<UnitsAnswer>('/api/units');
  const [unitId, setUnitId] = useState('');
  const [role, setRole] = useState<Role>('preparer');
  const [title, setTitle] = useState('');
  const now = serverNow();
  const [from, setFrom] = useState(now === undefined ? '' : shortDay(dayOfInstant(now)));
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const give = useAction((input: PostDetails, key) =>
    api.post(`/api/people/${person.id}/posts`, input, { key }),
  );
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const [validFrom, validTo] = [typedDay(from), typedDay(to)];
    if (!unitId || !validFrom || validTo === undefined) return;
    const answer = await give.run({
      unitId,
      role,
      title: title.trim().normalize('NFC'),
      validFrom,
      validTo,
    });
    if (!answer.ok) return;
    onClose();
    reload();
  };
  return (
    <Dialog open title={`${t('admin.postGive')}: ${person.name}`} onClose={onClose}>
      <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
        <SelectField
          label={t('admin.postUnit')}
          value={unitId}
          onText={setUnitId}
          required
          error={tried && !unitId ? t('admin.missing') : undefined}
        >
          <option value="">{t('common.none')}</option>
          <UnitOptions units={units.data?.units ?? []} />
        </SelectField>
        <SelectField
          label={t('admin.postRole')}
          value={role}
          onText={(chosen) => setRole(ROLES.find((r) => r === chosen) ?? 'preparer')}
        >
          {ROLES.map((r) => (
            <option key={r} value={r}>
              {t(ROLE_WORDS[r])}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('admin.postTitle')}
          hint={t('admin.postTitleHint')}
          value={title}
          onText={setTitle}
          maxLength={200}
        />
        <div className="pair">
          <DayText label={t('admin.validFrom')} text={from} onText={setFrom} tried={tried} required />
          <DayText
            label={t('admin.validTo')}
            hint={t('admin.openEnd')}
            text={to}
            onText={setTo}
            tried={tried}
          />
        </div>
        <FailureNote failure={give.failure} />
        <div className="acts">
          <Btn kind="main" type="submit" busy={give.busy}>
            {t('admin.postGive')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </div>
      </form>
    </Dialog>
  );
};

/** The past stays as it was: only the title and the last day of a post can still be changed. */
export const ChangePost = ({ post, onClose }: { post: PostLine; onClose: () => void }) => {
  const [title, setTitle] = useState(post.title);
  const [to, setTo] = useState(post.validTo ? shortDay(post.validTo) : '');
  const [tried, setTried] = useState(false);
  const change = useAction((input: { title: string; validTo: string | null }, key) =>
    api.put(`/api/posts/${post.id}`, input, { key }),
  );
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const validTo = typedDay(to);
    if (validTo === undefined) return;
    const answer = await change.run({ title: title.trim().normalize('NFC'), validTo });
    if (!answer.ok) return;
    onClose();
    reload();
  };
  return (
    <Dialog
      open
      title={`${t('admin.postChange')}: ${t(ROLE_WORDS[post.role])}, ${post.unitName}`}
      onClose={onClose}
    >
      <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
        <TextField label={t('admin.postTitle')} value={title} onText={setTitle} maxLength={200} />
        <DayText
          label={t('admin.validTo')}
          hint={t('admin.openEnd')}
          text={to}
          onText={setTo}
          tried={tried}
        />
        <FailureNote failure={change.failure} />
        <div className="acts">
          <Btn kind="main" type="submit" busy={change.busy}>
            {t('common.save')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </div>
      </form>
    </Dialog>
  );
};
