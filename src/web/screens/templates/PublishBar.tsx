import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { TemplatesAnswer } from '../../../core/template/answers.ts';
import type { TemplateProblem } from '../../../core/template/validate.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { t } from '../../texts/text.ts';
import { problemWords, sectionOfProblem } from './problem-words.ts';
import { addressOf, type DraftHand } from './useTemplateDraft.ts';

/** What keeps the draft from being published, each with the way to it. */
export const Problems = ({
  hand,
  problems,
  base,
}: {
  hand: DraftHand;
  problems: readonly TemplateProblem[];
  base: string;
}) =>
  problems.length === 0 ? null : (
    <Sheet title={t('templates.problems')} count={problems.length} className="tpl-sheet" pad>
      <ul className="tpl-problems">
        {problems.slice(0, 30).map((problem) => {
          const to = sectionOfProblem(hand.draft.template, problem);
          return (
            <li key={`${problem.path} ${problem.code}`}>
              {problemWords(hand.draft.template, problem)}{' '}
              {to && <Link href={`${base}/${to.outline}/${to.section}`}>{t('templates.goToProblem')}</Link>}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );

/** The last look before the draft becomes a version that nobody changes any more. */
export const PublishDialog = ({ hand, onClose }: { hand: DraftHand; onClose: () => void }) => {
  const [, navigate] = useLocation();
  const { template, version, tried } = hand.draft;
  const publish = useAction((at: number, key) =>
    api.post<TemplatesAnswer>(`${addressOf(template.id)}/draft/publish`, { version: at }, { key }),
  );
  const go = async (): Promise<void> => {
    const answer = await publish.run(version);
    if (!answer.ok) return;
    reloadAll('/api/templates');
    reloadAll('/api/campaigns');
    navigate('/mau-bao-cao');
  };
  return (
    <Dialog
      open
      title={t('templates.publishTitle', { n: template.version })}
      onClose={onClose}
      actions={
        <>
          <Btn onClick={onClose}>{t('common.cancel')}</Btn>
          <Btn kind="main" icon="stamp" busy={publish.busy} onClick={() => void go()}>
            {t('templates.publish')}
          </Btn>
        </>
      }
    >
      <p>{t('templates.publishText', { n: template.version })}</p>
      {!tried && <Banner tone="warn">{t('templates.publishNotTried')}</Banner>}
      <FailureNote failure={publish.failure} />
    </Dialog>
  );
};

export const DropButton = ({ hand }: { hand: DraftHand }) => {
  const [open, setOpen] = useState(false);
  const [, navigate] = useLocation();
  const { template, version } = hand.draft;
  const drop = useAction((at: number, key) =>
    api.del<TemplatesAnswer>(`${addressOf(template.id)}/draft`, { version: at }, { key }),
  );
  const go = async (): Promise<void> => {
    if (!(await drop.run(version)).ok) return;
    reloadAll('/api/templates');
    navigate('/mau-bao-cao');
  };
  return (
    <>
      <Btn icon="trash-2" kind="quiet" onClick={() => setOpen(true)}>
        {t('templates.dropDraft')}
      </Btn>
      {open && (
        <Dialog
          open
          title={t('templates.dropDraft')}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Btn onClick={() => setOpen(false)}>{t('common.cancel')}</Btn>
              <Btn kind="danger" busy={drop.busy} onClick={() => void go()}>
                {t('templates.dropDraft')}
              </Btn>
            </>
          }
        >
          <p>{t('templates.dropText')}</p>
          <FailureNote failure={drop.failure} />
        </Dialog>
      )}
    </>
  );
};
