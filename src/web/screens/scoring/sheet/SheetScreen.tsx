import { useState } from 'react';
import { useParams } from 'wouter';
import type { SheetAnswer } from '../../../../core/scoring/roundAnswers.ts';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { moment } from '../../../texts/format.ts';
import { refusalText } from '../../../texts/refusals.ts';
import { t } from '../../../texts/text.ts';
import { ScoringPage } from '../ScoringPage.tsx';
import { STAGE_WORDS } from '../stage-words.ts';
import { Takeaway } from '../Takeaway.tsx';
import { Aside } from './Aside.tsx';
import { needsLook, SheetTable } from './SheetTable.tsx';
import './sheet.css';

const STEPS = ['self', 'appraisal-1', 'explanation', 'appraisal-2', 'done'] as const;
const LOCKS = {
  'lock-self': 'scoring.lockSelf',
  'lock-appraisal': 'scoring.lockAppraisal',
  'lock-explanation': 'scoring.lockExplanation',
} as const;

const Steps = ({ sheet }: { sheet: SheetAnswer }) => {
  const here = sheet.stage === 'settling' ? 'appraisal-1' : sheet.stage;
  return (
    <ol className="rounds" aria-label={t('scoring.steps')}>
      {STEPS.map((stage) => {
        const lock = sheet.locks[stage];
        return (
          <li key={stage} {...(stage === here ? { 'aria-current': 'step' as const } : {})}>
            {stage === here ? <b>{t(STAGE_WORDS[sheet.stage])}</b> : t(STAGE_WORDS[stage])}
            {lock && (
              <span className="vh"> {t('scoring.saidBy', { name: lock.name, at: moment(lock.at) })}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
};

const Body = ({
  sheet,
  path,
  onSheet,
}: {
  sheet: SheetAnswer;
  path: string;
  onSheet: (sheet: SheetAnswer) => void;
}) => {
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const [shut, setShut] = useState<ReadonlySet<string>>(new Set());
  const rest = useAction((body: unknown, key) => api.post<SheetAnswer>(`${path}/appraise`, body, { key }));
  const rules = sheet.lines.filter((l) => l.kind === 'rule');
  const left = rules.filter((l) => !l.first?.mark);
  const agreeRest = async (): Promise<void> => {
    const done = await rest.run({
      marks: left.map((l) => ({ criterion: l.code, agreed: true, version: 0 })),
    });
    if (done.ok) onSheet(done.data);
  };
  const show = (code: string): void => {
    setOpen(code);
    requestAnimationFrame(() => document.getElementById(`tc-${code}`)?.scrollIntoView({ block: 'center' }));
  };
  return (
    <div className="sc-grid">
      <div>
        <section className="sheet" aria-label={t('scoring.sheetTitle')}>
          <SheetTable
            sheet={sheet}
            path={path}
            all={all}
            open={open}
            shut={shut}
            onOpen={setOpen}
            onToggle={(area) =>
              setShut((old) => {
                const next = new Set(old);
                if (!next.delete(area)) next.add(area);
                return next;
              })
            }
            onSheet={onSheet}
          />
          <div className="more">
            <Btn kind="quiet" small onClick={() => setAll(!all)}>
              {all ? t('scoring.showSome') : t('scoring.showAll', { n: rules.length })}
            </Btn>
            {!all && (
              <span className="s13 sec">{t('scoring.showing', { n: rules.filter(needsLook).length })}</span>
            )}
            {sheet.stage === 'appraisal-1' && sheet.may.includes('appraise') && left.length > 0 && (
              <Btn small busy={rest.busy} onClick={() => void agreeRest()}>
                {t('scoring.agreeRest', { n: left.length })}
              </Btn>
            )}
          </div>
          <FailureNote failure={rest.failure} />
        </section>
      </div>
      <Aside answer={sheet} onOpen={show} />
    </div>
  );
};

const Foot = ({
  sheet,
  path,
  onSheet,
}: {
  sheet: SheetAnswer;
  path: string;
  onSheet: (sheet: SheetAnswer) => void;
}) => {
  const lock = useAction(({ verb, version }: { verb: string; version: number }, key) =>
    api.post<SheetAnswer>(`${path}/${verb}`, { version }, { key }),
  );
  const verbs = (['lock-self', 'lock-appraisal', 'lock-explanation'] as const).filter(
    (verb) => sheet.may.includes(verb) || sheet.mayNot[verb] !== undefined,
  );
  const unanswered = sheet.lines.filter(
    (l) => l.kind === 'rule' && l.self?.points === null && l.self.status !== 'reduced',
  ).length;
  const run = async (verb: string): Promise<void> => {
    const done = await lock.run({ verb, version: sheet.version });
    if (done.ok) onSheet(done.data);
  };
  return (
    <>
      <span className="s13 sec">
        {sheet.stage === 'self' && unanswered > 0 && t('scoring.openLeft', { n: unanswered })}
      </span>
      <FailureNote failure={lock.failure} />
      {verbs.map((verb) => {
        const conflict = sheet.mayNot[verb];
        return (
          <Btn
            key={verb}
            kind="main"
            icon="lock-keyhole"
            busy={lock.busy}
            reason={conflict ? refusalText(conflict) : undefined}
            onClick={() => void run(verb)}
          >
            {t(LOCKS[verb])}
          </Btn>
        );
      })}
    </>
  );
};

/** One unit's sheet in a round: computed, self-scored and appraised side by side, each score explained. */
const SheetScreen = () => {
  const { roundId, unitId } = useParams<{ roundId: string; unitId: string }>();
  const path = `/api/rounds/${roundId}/units/${unitId}`;
  const sheet = useResource<SheetAnswer>(path);
  const put = (next: SheetAnswer): void => {
    void sheet.mutate(next, { revalidate: false });
    reloadAll('/api/rounds');
  };
  const { data } = sheet;
  const locks = data ? (['lock-self', 'lock-appraisal', 'lock-explanation'] as const) : [];
  const hasFoot = data && locks.some((v) => data.may.includes(v) || data.mayNot[v] !== undefined);
  return (
    <ScoringPage
      title={
        data
          ? t('scoring.sheetOf', { title: data.round.title, unit: data.unit.name })
          : t('scoring.sheetTitle')
      }
      note={data && t('scoring.setAt', { set: data.round.setTitle, version: data.round.setVersion })}
      actions={data && <Takeaway of={`${path}/sheet`} />}
      foot={data && hasFoot ? <Foot sheet={data} path={path} onSheet={put} /> : undefined}
    >
      <View of={sheet}>
        {(answer) => (
          <>
            <Steps sheet={answer} />
            <Body sheet={answer} path={path} onSheet={put} />
          </>
        )}
      </View>
    </ScoringPage>
  );
};

export default SheetScreen;
