import { useState } from 'react';
import type { ResetLink } from '../../../../core/access/answers.ts';
import type { PersonLine } from '../../../../core/directory/answers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { moment } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { Confirm } from '../Confirm.tsx';
import { Deactivate } from './Deactivate.tsx';

/** The address is whole, so that it can be handed over; it is shown this once. */
const Link = ({ link, person }: { link: ResetLink; person: PersonLine }) => {
  const [copied, setCopied] = useState(false);
  const address = new URL(link.url, location.origin).href;
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(address);
    setCopied(true);
  };
  return (
    <div className="stack-wide" role="status">
      <p className="s13">
        {t('admin.resetOnce', { moment: moment(link.expiresAt), person: person.name })}{' '}
        {t('admin.resetOlder')}
      </p>
      <p className="once">{address}</p>
      <Btn small icon="copy" onClick={() => void copy()}>
        {t(copied ? 'admin.copied' : 'admin.copy')}
      </Btn>
    </div>
  );
};

type Asked = 'totp' | 'sessions';
const PATHS: Readonly<Record<Asked, string>> = { totp: 'totp', sessions: 'sessions' };
const TITLES: Readonly<Record<Asked, PlainKey>> = {
  totp: 'admin.totpRemove',
  sessions: 'admin.sessionsEnd',
};
const DONE: Readonly<Record<Asked, PlainKey>> = {
  totp: 'admin.totpRemoved',
  sessions: 'admin.sessionsEnded',
};

export const SignInPart = ({ person }: { person: PersonLine }) => {
  const [link, setLink] = useState<ResetLink | undefined>(undefined);
  const [asked, setAsked] = useState<Asked | 'deactivate' | undefined>(undefined);
  const [done, setDone] = useState<PlainKey | undefined>(undefined);
  const reset = useAction((_: { id: string }, key) =>
    api.post<ResetLink>(`/api/people/${person.id}/reset-link`, undefined, { key }),
  );
  const remove = useAction((input: { what: Asked }, key) =>
    api.del(`/api/people/${person.id}/${PATHS[input.what]}`, undefined, { key }),
  );
  const activate = useAction((input: { active: true; version: number }, key) =>
    api.put(`/api/people/${person.id}`, input, { key }),
  );
  const close = (): void => {
    remove.clear();
    setAsked(undefined);
  };
  const finish = (said: PlainKey): void => {
    close();
    setDone(said);
    reloadAll('/api/people');
  };
  return (
    <Sheet title={t('admin.signIn')} pad>
      <div className="sign-in">
        <dl className="kv">
          <div>
            <dt>{t('admin.login')}</dt>
            <dd>{person.login}</dd>
          </div>
          <div>
            <dt>{t('admin.state')}</dt>
            <dd>
              {t(person.active ? 'admin.stateActive' : 'admin.stateInactive')}
              {', '}
              {t(person.hasPassword ? 'admin.statePassword' : 'admin.stateNoPassword')}
              {person.hasSecondFactor && `, ${t('admin.stateTotp')}`}
            </dd>
          </div>
        </dl>
        {link && <Link link={link} person={person} />}
        {person.may.includes('make-reset-link') && (
          <Btn
            icon="key-round"
            busy={reset.busy}
            onClick={() =>
              void reset.run({ id: person.id }).then((answer) => {
                if (answer.ok) setLink(answer.data);
              })
            }
          >
            {t('admin.resetLink')}
          </Btn>
        )}
        <FailureNote failure={reset.failure} />
        {person.may.includes('remove-second-factor') && (
          <Btn icon="shield-off" onClick={() => setAsked('totp')}>
            {t('admin.totpRemove')}
          </Btn>
        )}
        {person.may.includes('end-sessions') && (
          <Btn icon="log-out" onClick={() => setAsked('sessions')}>
            {t('admin.sessionsEnd')}
          </Btn>
        )}
        {person.may.includes('change') &&
          (person.active ? (
            <Btn kind="danger" onClick={() => setAsked('deactivate')}>
              {t('admin.deactivate')}
            </Btn>
          ) : (
            <Btn
              icon="rotate-ccw"
              busy={activate.busy}
              onClick={() =>
                void activate.run({ active: true, version: person.version }).then((answer) => {
                  if (answer.ok) finish('admin.activated');
                })
              }
            >
              {t('admin.activate')}
            </Btn>
          ))}
        <FailureNote failure={activate.failure} />
        <p role="status" className="s13 t-ok">
          {done && t(done)}
        </p>
      </div>
      {(asked === 'totp' || asked === 'sessions') && (
        <Confirm
          title={t(TITLES[asked])}
          action={t(TITLES[asked])}
          busy={remove.busy}
          failure={remove.failure}
          onClose={close}
          onDo={() =>
            void remove.run({ what: asked }).then((answer) => {
              if (answer.ok) finish(DONE[asked]);
            })
          }
        >
          <p>
            {asked === 'totp'
              ? t('admin.totpRemoveText', { person: person.name })
              : t('admin.sessionsEndText', { person: person.name })}
          </p>
        </Confirm>
      )}
      {asked === 'deactivate' && (
        <Deactivate
          person={person}
          onClose={close}
          onDone={() => {
            setLink(undefined);
            finish('admin.stateInactive');
          }}
        />
      )}
    </Sheet>
  );
};
