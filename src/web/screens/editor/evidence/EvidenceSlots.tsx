import { type ComponentType, useState } from 'react';
import type { ReportAnswer } from '../../../../core/report/answers.ts';
import { keyOfGap } from '../../../../core/report/gaps.ts';
import type { UnitSection } from '../../../../core/template/outline.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { Btn, IconBtn } from '../../../kit/Btn.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { later } from '../../../kit/later.tsx';
import { FailureNote } from '../../../kit/places.tsx';
import { listText } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { EvidenceChip } from '../../evidence/EvidenceChip.tsx';
import { placeWords } from '../../evidence/place-words.ts';
import { citedAs } from '../../evidence/words.ts';
import type { Desk } from '../desk/desk.ts';
import { addressOfReport } from '../parts/Foot.tsx';
import { Reason } from '../parts/Reason.tsx';

/** Nothing of it is needed to the first key. */
const KeptPapers = later(() => import('./KeptPapers.tsx').then((m) => m.KeptPapers));

type Screen = ComponentType<{ desk: Desk; section: UnitSection; onClose: () => void }>;

/** The papers that a part rests on; choosing and sending files comes as a part of its own. */
export const EvidenceSlots = ({ desk, section }: { desk: Desk; section: UnitSection }) => {
  const report = desk.report.use();
  desk.gaps.use();
  const gap = desk.gapOfEvidence(section.id);
  const [screen, setScreen] = useState<{ readonly Dialog: Screen } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const mayCite = report.may.includes('edit');
  const cited = (report.evidence ?? []).filter((c) => c.place.split('/')[0] === section.id);
  const uncite = useAction(({ place, evidenceId }: { place: string; evidenceId: string }, key) => {
    const [at, form, row, column] = place.split('/');
    return api.del<ReportAnswer>(
      `${addressOfReport(desk)}/evidence`,
      { section: at, form, row, column, evidenceId },
      { key },
    );
  });
  if (section.applicability === 'heading' || section.applicability === 'not-applicable') return null;
  if (!mayCite && cited.length === 0) return null;
  const open = async (): Promise<void> => {
    setBusy(true);
    try {
      const { default: Dialog } = await import('./CiteDialog.tsx');
      setScreen({ Dialog });
    } finally {
      setBusy(false);
    }
  };
  const remove = async (place: string, evidenceId: string): Promise<void> => {
    const answer = await uncite.run({ place, evidenceId });
    if (answer.ok) desk.take(answer.data);
  };
  return (
    <section className="sheet ev-slots" aria-label={t('evidence.slots')}>
      <h2 className="s13">{t('evidence.slots')}</h2>
      {gap ? (
        <p className={gap.overridden ? 's13 sec' : 's13 t-warn'}>
          <Icon name="paperclip" /> {t('editor.evidenceAsked', { list: listText(section.evidence ?? []) })}{' '}
          <Reason key={gap.overridden ?? ''} desk={desk} check={keyOfGap(gap) ?? ''} given={gap.overridden} />
        </p>
      ) : (
        cited.length === 0 && <p className="s13 sec">{t('evidence.nothingCited')}</p>
      )}
      <ul>
        {cited.map(({ place, pages, evidence }) => (
          <li key={`${place} ${evidence.id}`}>
            <EvidenceChip document={evidence} pages={pages} />
            {place !== section.id && (
              <span className="s12 sec">
                {t('evidence.at', { place: placeWords([section], place, true) })}
              </span>
            )}
            {mayCite && (
              <IconBtn
                icon="x"
                label={t('evidence.uncite', { name: citedAs(evidence) })}
                onClick={() => void remove(place, evidence.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <KeptPapers desk={desk} section={section.id} />
      <FailureNote failure={uncite.failure} />
      {mayCite && (
        <Btn small icon="paperclip" busy={busy} onClick={() => void open()}>
          {t('evidence.cite')}
        </Btn>
      )}
      {screen && <screen.Dialog desk={desk} section={section} onClose={() => setScreen(undefined)} />}
    </section>
  );
};
