import { useEffect, useRef } from 'react';
import { api } from '../http/api.ts';
import { signOut, useSession } from '../http/session.ts';
import { useAction } from '../http/useAction.ts';
import { Btn } from '../kit/Btn.tsx';
import { FailureNote } from '../kit/places.tsx';
import { currentLanguage, type Language } from '../texts/language.ts';
import { chooseLanguage, t } from '../texts/text.ts';
import { chooseTheme, type Theme, theme } from './theme.ts';
import { TABS, useNav } from './useNav.ts';

const Choice = <V extends string>({
  name,
  legend,
  value,
  options,
  onChoose,
}: {
  name: string;
  legend: string;
  value: V;
  options: readonly (readonly [V, string])[];
  onChoose: (value: V) => void;
}) => (
  <fieldset>
    <legend className="s12 mut">{legend}</legend>
    <div className="segc">
      {options.map(([option, words]) => (
        <label key={option}>
          <input type="radio" name={name} checked={value === option} onChange={() => onChoose(option)} />
          <span>{words}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

/** At once on this machine; on the server for letters and reminders, whenever it can be reached. */
const chooseForGood = async (language: Language, personId: string): Promise<void> => {
  await chooseLanguage(language, personId);
  await api.post('/api/me/language', { language });
};

/** The given name stands last in Vietnamese. */
const initial = (name: string): string => (name.trim().split(/\s+/).at(-1) ?? '').charAt(0).toUpperCase();

export const MeMenu = () => {
  const { me } = useSession();
  const box = useRef<HTMLDetailsElement>(null);
  const leave = useAction(() => signOut());
  const shown = theme.use();
  useEffect(() => {
    const dismiss = (event: Event): void => {
      const details = box.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        details.querySelector('summary')?.focus();
      } else if (details.contains(event.target as Node)) return;
      details.open = false;
    };
    document.addEventListener('click', dismiss);
    document.addEventListener('keydown', dismiss);
    return () => {
      document.removeEventListener('click', dismiss);
      document.removeEventListener('keydown', dismiss);
    };
  }, []);
  const more = useNav().slice(TABS);
  const close = (): void => {
    if (box.current) box.current.open = false;
  };
  const post = me.posts[0];
  return (
    <details className="menu" ref={box}>
      <summary className="me">
        <b className="vh">{t('frame.me')}</b>
        <i aria-hidden="true">{initial(me.name)}</i>
        <span>
          {me.name}
          {post && <small>{post.title || post.unitName}</small>}
        </span>
      </summary>
      <div className="menu-b">
        <p>
          <b>{me.name}</b>
          {/* Two posts of one title in one place are one line: who prepares may also receive. */}
          {[...new Set(me.posts.map((p) => [p.title, p.unitName].filter(Boolean).join(', ')))].map((held) => (
            <span className="mut s13" key={held}>
              {held}
            </span>
          ))}
        </p>
        {more.length > 0 && (
          <nav className="more" aria-label={t('frame.more')}>
            {more.map((item) => (
              <Btn key={item.id} kind="quiet" icon={item.icon} href={item.path} onClick={close}>
                {t(item.text)}
              </Btn>
            ))}
          </nav>
        )}
        <Choice<Language>
          name="language"
          legend={t('frame.language')}
          value={currentLanguage()}
          options={[
            ['vi', 'Tiếng Việt'],
            ['en', 'English'],
          ]}
          onChoose={(language) => void chooseForGood(language, me.personId)}
        />
        <Choice<Theme>
          name="theme"
          legend={t('frame.theme')}
          value={shown}
          options={[
            ['system', t('frame.themeSystem')],
            ['light', t('frame.themeLight')],
            ['dark', t('frame.themeDark')],
          ]}
          onChoose={chooseTheme}
        />
        <Btn kind="quiet" icon="history" href="/nhat-ky" onClick={close}>
          {t('frame.journal')}
        </Btn>
        <Btn kind="quiet" icon="key-round" href="/tai-khoan" onClick={close}>
          {t('frame.account')}
        </Btn>
        <Btn kind="quiet" icon="log-out" busy={leave.busy} onClick={() => void leave.run(undefined)}>
          {t('frame.signOut')}
        </Btn>
        <FailureNote failure={leave.failure} />
      </div>
    </details>
  );
};
