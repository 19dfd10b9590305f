import { type FormEvent, useState } from 'react';
import type { ContributionPartAnswer, PartnersAnswer } from '../../../core/consolidation/answers.ts';
import { api } from '../../http/api.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll, useResource } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Field, TextField } from '../../kit/Field.tsx';
import { Empty, FailureNote, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { deadline, moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { readResend, resendText } from '../review/resend.ts';

type Part = ContributionPartAnswer;

/** The lead sets the internal day by which the partner gives its part (G3). */
const Ask = ({ campaignId, part }: { campaignId: string; part: Part }) => {
  const [typed, setTyped] = useState(part.dueAt === null ? '' : resendText(part.dueAt));
  const [tried, setTried] = useState(false);
  const ask = useAction((dueAt: number, key) =>
    api.post(
      `/api/campaigns/${campaignId}/partners/ask`,
      { area: part.area, unitId: part.unitId, dueAt },
      { key },
    ),
  );
  const at = readResend(typed);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (at !== undefined && (await ask.run(at)).ok) reloadAll(`/api/campaigns/${campaignId}/partners`);
  };
  return (
    <form className="stack-wide" onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={t('consolidation.partnerAsk')}
        hint={t('consolidation.partnerAskHint')}
        value={typed}
        onText={setTyped}
        figures
        autoComplete="off"
        error={tried && at === undefined ? t('consolidation.partnerUnread') : undefined}
      />
      <FailureNote failure={ask.failure} />
      <Btn small type="submit" icon="calendar-clock" busy={ask.busy}>
        {t('consolidation.partnerAsk')}
      </Btn>
    </form>
  );
};

const Give = ({ campaignId, part }: { campaignId: string; part: Part }) => {
  const [plain, setPlain] = useState(part.plain);
  const give = useAction((words: string, key) =>
    api.post(
      `/api/campaigns/${campaignId}/partners/give`,
      { area: part.area, unitId: part.unitId, plain: words, version: part.version },
      { key },
    ),
  );
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if ((await give.run(plain)).ok) reloadAll(`/api/campaigns/${campaignId}/partners`);
  };
  return (
    <form className="stack-wide" onSubmit={(event) => void send(event)}>
      <Field label={t('consolidation.partnerWords')}>
        {(control) => (
          <textarea
            {...control}
            className="inp doc"
            rows={8}
            maxLength={50_000}
            value={plain}
            onInput={(event) => setPlain(event.currentTarget.value)}
          />
        )}
      </Field>
      <FailureNote failure={give.failure} />
      <Btn kind="main" small type="submit" icon="send" busy={give.busy}>
        {t(part.givenAt === null ? 'consolidation.partnerGive' : 'consolidation.partnerGiveAgain')}
      </Btn>
    </form>
  );
};

/** What partners give to the leads of their fields, each with its internal day (G3). */
export const PartnersPart = ({ campaignId }: { campaignId: string }) => {
  const partners = useResource<PartnersAnswer>(`/api/campaigns/${campaignId}/partners`);
  if (partners.state === 'forbidden')
    return (
      <section className="sheet">
        <Empty icon="users" title={t('consolidation.partnersNone')}>
          {t('consolidation.partnersNoneText')}
        </Empty>
      </section>
    );
  return (
    <View of={partners}>
      {(data) => (
        <div className="cons">
          {data.parts.map((part) => (
            <Sheet
              key={`${part.area}/${part.unitId}`}
              title={part.title}
              note={t('consolidation.partnerOf', { unit: part.unitName, lead: part.leadName })}
              pad
            >
              <p className={part.late ? 't-err' : 'sec'}>
                {part.dueAt === null
                  ? t('consolidation.partnerNoDue')
                  : t('consolidation.partnerDue', { at: deadline(part.dueAt) })}
                {part.late && `, ${t('consolidation.partnerLate')}`}.{' '}
                {part.givenAt === null
                  ? t('consolidation.partnerNotGiven')
                  : t('consolidation.partnerGiven', {
                      name: part.givenBy ?? '',
                      at: moment(part.givenAt, true),
                    })}
              </p>
              {part.plain && !part.may.includes('give') && <p className="doc prew">{part.plain}</p>}
              {part.may.includes('ask') && <Ask key={`${part.dueAt}`} campaignId={campaignId} part={part} />}
              {part.may.includes('give') && <Give key={part.version} campaignId={campaignId} part={part} />}
            </Sheet>
          ))}
        </div>
      )}
    </View>
  );
};
