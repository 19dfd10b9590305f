import { type FormEvent, useState } from 'react';
import { useParams } from 'wouter';
import type { RulesAnswer } from '../../../../core/notifications/answers.ts';
import { type ReminderRule, USUAL_RULES } from '../../../../core/notifications/rules.ts';
import { Page } from '../../../frame/Page.tsx';
import { api } from '../../../http/api.ts';
import { useAction } from '../../../http/useAction.ts';
import { useResource } from '../../../http/useResource.ts';
import { Banner } from '../../../kit/Banner.tsx';
import { Btn } from '../../../kit/Btn.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { t } from '../../../texts/text.ts';
import { letterOf } from '../../home/letter-words.ts';
import { useBoard } from '../useBoard.ts';
import { type DraftRule, newRule, toDraft, toRule } from './edit-rules.ts';
import { Preview } from './Preview.tsx';
import { RuleRow } from './RuleRow.tsx';
import './rules.css';

const Rules = ({ answer, onSaved }: { answer: RulesAnswer; onSaved: (answer: RulesAnswer) => void }) => {
  const [rules, setRules] = useState<readonly DraftRule[]>(() => answer.rules.map(toDraft));
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const save = useAction((input: { rules: readonly ReminderRule[]; version: number }, key) =>
    api.put<RulesAnswer>(`/api/campaigns/${answer.campaign.id}/reminder-rules`, input, { key }),
  );
  const change = (next: readonly DraftRule[]): void => {
    setRules(next);
    setSaved(false);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const whole = rules.map(toRule);
    if (whole.some((rule) => rule === undefined)) return;
    const done = await save.run({ rules: whole as ReminderRule[], version: answer.version });
    if (!done.ok) return;
    setTried(false);
    setSaved(true);
    onSaved(done.data);
  };
  return (
    <Sheet
      title={t('watch.rulesTitle')}
      count={rules.length}
      note={t(answer.usual ? 'watch.rulesUsual' : 'watch.rulesOwn')}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        {rules.length === 0 && <p className="pad sec">{t('watch.rulesNone')}</p>}
        <ol className="rules">
          {rules.map((rule, at) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              n={at + 1}
              deadline={answer.campaign.deadline}
              tried={tried}
              onChange={(next) => change(rules.map((one) => (one.id === rule.id ? next : one)))}
              onRemove={() => change(rules.filter((one) => one.id !== rule.id))}
            />
          ))}
        </ol>
        <div className="pad stack">
          <Btn small icon="plus" onClick={() => change([...rules, newRule(rules)])}>
            {t('watch.ruleAdd')}
          </Btn>
          <p className="s13 sec">{t('watch.rulesHelp')}</p>
          <FailureNote failure={save.failure} />
          <div className="acts">
            <Btn kind="main" icon="check" type="submit" busy={save.busy}>
              {t('watch.rulesSave')}
            </Btn>
            <Btn onClick={() => change(USUAL_RULES.map(toDraft))}>{t('watch.rulesBackToUsual')}</Btn>
            <span role="status" className="s13 t-ok">
              {saved && t('watch.rulesSaved')}
            </span>
          </div>
        </div>
      </form>
    </Sheet>
  );
};

/** When and whom a campaign reminds by itself, and what it says (F1). */
const RulesScreen = () => {
  const { campaignId } = useParams<{ campaignId: string }>();
  const rules = useResource<RulesAnswer>(`/api/campaigns/${campaignId}/reminder-rules`);
  const board = useBoard(campaignId);
  const head = board.data?.campaign;
  return (
    <Page
      title={t('watch.rulesTitle')}
      note={t('watch.rulesNote')}
      period={
        head?.window && head.deadline !== null
          ? { ...head, note: letterOf(head), window: head.window, deadline: head.deadline }
          : undefined
      }
      actions={
        <Btn small icon="arrow-left" href={`/theo-doi/${campaignId}`}>
          {t('board.title')}
        </Btn>
      }
    >
      <View of={rules}>
        {(answer) => (
          <>
            {!answer.mail && (
              <Banner tone="info" title={t('watch.rulesNoMail')}>
                {t('watch.rulesNoMailText')}
              </Banner>
            )}
            <div className="cols rules-page">
              <div>
                <Rules answer={answer} onSaved={(next) => void rules.mutate(next, { revalidate: false })} />
              </div>
              <aside>{board.data && <Preview board={board.data} mail={answer.mail} />}</aside>
            </div>
          </>
        )}
      </View>
    </Page>
  );
};

export default RulesScreen;
