import { type FormEvent, useState } from 'react';
import type { PersonLine } from '../../../../core/directory/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { TextField } from '../../../kit/Field.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { t } from '../../../texts/text.ts';

type Enrolled = { login: string; name: string; email: string | null };

export const NewPerson = ({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) => {
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const enrol = useAction((input: Enrolled, key) =>
    api.post<{ person: PersonLine }>('/api/people', input, { key }),
  );
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || !login.trim()) return;
    const answer = await enrol.run({
      name: name.trim().normalize('NFC'),
      login: login.trim().toLowerCase(),
      email: email.trim() || null,
    });
    if (!answer.ok) return;
    reloadAll('/api/people');
    onAdded(answer.data.person.id);
  };
  return (
    <Dialog open title={t('admin.personNew')} onClose={onClose}>
      <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
        <TextField
          label={t('admin.personName')}
          value={name}
          onText={setName}
          maxLength={200}
          required
          autoComplete="off"
          error={tried && !name.trim() ? t('admin.missing') : undefined}
        />
        <TextField
          label={t('admin.login')}
          hint={t('admin.loginHint')}
          value={login}
          onText={setLogin}
          maxLength={40}
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={tried && !login.trim() ? t('admin.missing') : undefined}
        />
        <TextField
          label={t('admin.email')}
          hint={t('admin.emailHint')}
          value={email}
          onText={setEmail}
          maxLength={254}
          autoComplete="off"
          inputMode="email"
        />
        <FailureNote failure={enrol.failure} />
        <div className="acts">
          <Btn kind="main" type="submit" busy={enrol.busy}>
            {t('admin.personNew')}
          </Btn>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
        </div>
      </form>
    </Dialog>
  );
};
