import { useState } from 'react';
import type { RulesPreview } from '../../../../core/notifications/answers.ts';
import type { MailChoice } from '../../../../core/notifications/choice.ts';
import type { BoardAnswer } from '../../../../core/report/answers.ts';
import { useResource } from '../../../http/useResource.ts';
import { CopyText } from '../../../kit/CopyText.tsx';
import { SelectField } from '../../../kit/Field.tsx';
import { Loading, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import type { PlainKey } from '../../../texts/dictionary.ts';
import { t } from '../../../texts/text.ts';
import { owes } from '../../home/urgency.ts';
import { arrange, NO_FILTER } from '../arrange.ts';
import { STEP_WORDS } from './RuleRow.tsx';

const BY_MAIL = {
  'at-once': 'watch.byMailOnce',
  digest: 'watch.byMailDigest',
  'in-app': 'watch.byMailNone',
} as const satisfies Record<MailChoice, PlainKey>;

const Words = ({ preview, mail }: { preview: RulesPreview; mail: boolean }) => (
  <>
    <h3>{t('watch.previewZalo')}</h3>
    <CopyText text={preview.words} />
    <h3>{t('watch.previewTold')}</h3>
    <dl className="told">
      {preview.told.map(({ step, people }) => (
        <div key={step}>
          <dt>{t(STEP_WORDS[step])}</dt>
          {people.map((p) => (
            <dd key={p.name}>
              {p.name}
              <span className="mut s12">
                {' · '}
                {p.mail === null ? t('watch.noMail') : t(mail ? BY_MAIL[p.mail] : 'watch.byMailNone')}
              </span>
            </dd>
          ))}
          {people.length === 0 && <dd className="mut">{t('watch.previewNobody')}</dd>}
        </div>
      ))}
    </dl>
    <details>
      <summary>{t('watch.previewLetter')}</summary>
      <p className="b">{preview.subject}</p>
      <p className="copy-text">{preview.letter}</p>
    </details>
  </>
);

/** What a reminder says to one unit at this moment: its own gaps, its own deadline. */
export const Preview = ({ board, mail }: { board: BoardAnswer; mail: boolean }) => {
  const owing = arrange(board.rows, NO_FILTER, 'urgent').filter(owes);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const unitId = owing.find((row) => row.unitId === chosen)?.unitId ?? owing[0]?.unitId;
  const preview = useResource<RulesPreview>(
    unitId ? `/api/campaigns/${board.campaign.id}/reminder-preview/${unitId}` : null,
    { live: true },
  );
  return (
    <Sheet title={t('watch.preview')} pad className="preview">
      {unitId === undefined ? (
        <p className="sec">{t('watch.previewNone')}</p>
      ) : (
        <>
          <SelectField label={t('watch.previewUnit')} value={unitId} onText={setChosen}>
            {owing.map((row) => (
              <option key={row.unitId} value={row.unitId}>
                {row.name}
              </option>
            ))}
          </SelectField>
          <View of={preview} loading={<Loading lines={4} />}>
            {(answer) => <Words preview={answer} mail={mail} />}
          </View>
        </>
      )}
    </Sheet>
  );
};
