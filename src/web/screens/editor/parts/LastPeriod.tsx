import type { RichDoc } from '../../../../core/kernel/richText.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import type { UnitSection } from '../../../../core/template/outline.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { StateChip } from '../../../kit/StateChip.tsx';
import { RichView } from '../../../richtext/RichView.tsx';
import { t } from '../../../texts/text.ts';
import { type Desk, wordsKey } from '../desk/desk.ts';
import { useSignal } from '../desk/signals.ts';
import { previousName } from '../previous-text.ts';

/** What the unit wrote here for the period before, beside what it writes now (C6). */
export const LastPeriod = ({ desk, section }: { desk: Desk; section: UnitSection }) => {
  useSignal(desk, wordsKey(section.id));
  const { previous, may } = desk.report.use();
  const before = previous?.words.find((w) => w.section === section.id);
  if (!previous || !section.words) return null;
  const words = desk.wordsAt(section.id);
  const empty = words?.kind !== 'nil' && !desk.saysSomething(section.id);
  const { window } = previous;
  return (
    <section className="last" aria-labelledby="ky-truoc">
      <h2 id="ky-truoc">{t('editor.lastWords')}</h2>
      <p className="s12 mut">
        {t('editor.lastFrom', {
          period: previousName(previous),
          from: shortDay(window.from),
          to: shortDay(window.to),
        })}
      </p>
      {!before ? (
        <p className="s13 sec">{t('editor.lastNone')}</p>
      ) : before.kind === 'nil' ? (
        <StateChip state="nil" />
      ) : (
        <>
          <RichView doc={before.doc as RichDoc} />
          {may.includes('edit') && empty && (
            <Btn
              small
              icon="copy"
              onClick={() =>
                desk.set([{ what: 'words', section: section.id, kind: 'text', doc: before.doc }], true)
              }
            >
              {t('editor.lastCopy')}
            </Btn>
          )}
        </>
      )}
    </section>
  );
};
