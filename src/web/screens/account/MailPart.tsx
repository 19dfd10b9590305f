import { useState } from 'react';
import type { MailChoiceAnswer } from '../../../core/notifications/answers.ts';
import { MAIL_CHOICES, type MailChoice } from '../../../core/notifications/choice.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { useResource } from '../../http/useResource.ts';
import { FailureNote, Loading, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import type { PlainKey } from '../../texts/dictionary.ts';
import { t } from '../../texts/text.ts';

const WORDS = {
  'at-once': 'watch.mailOnce',
  digest: 'watch.mailDigest',
  'in-app': 'watch.mailInApp',
} as const satisfies Record<MailChoice, PlainKey>;

/** How the person wants to be reminded by mail; the choice is kept at once. */
export const MailPart = () => {
  const mail = useResource<MailChoiceAnswer>('/api/me/mail-choice');
  const [saved, setSaved] = useState(false);
  // What was pressed stands at once, and falls back where the server says no.
  const [picked, setPicked] = useState<MailChoice | undefined>(undefined);
  const choose = useAction((choice: MailChoice, key) =>
    api.put<MailChoiceAnswer>('/api/me/mail-choice', { choice }, { key }),
  );
  const pick = async (choice: MailChoice): Promise<void> => {
    setSaved(false);
    setPicked(choice);
    const answer = await choose.run(choice);
    if (answer.ok) await mail.mutate(answer.data, { revalidate: false });
    setPicked(undefined);
    setSaved(answer.ok);
  };
  return (
    <Sheet title={t('watch.mailPart')} pad>
      <View of={mail} loading={<Loading lines={2} />}>
        {(answer) => (
          <fieldset className="mail-choice">
            <legend className="sec s13">
              {answer.email === null
                ? t('watch.mailNoAddress')
                : answer.mail
                  ? t('watch.mailTo', { email: answer.email })
                  : t('watch.mailNoServer')}{' '}
              {t('watch.mailPartText')}
            </legend>
            {MAIL_CHOICES.map((choice) => (
              <label key={choice} className="chk">
                <input
                  type="radio"
                  name="mail-choice"
                  checked={(picked ?? answer.choice) === choice}
                  onChange={() => void pick(choice)}
                />
                {t(WORDS[choice])}
              </label>
            ))}
            <p className="mut s12">{t('watch.mailDigestHint')}</p>
            <p role="status" className="s13 t-ok">
              {saved && t('watch.mailSaved')}
            </p>
            <FailureNote failure={choose.failure} />
          </fieldset>
        )}
      </View>
    </Sheet>
  );
};
