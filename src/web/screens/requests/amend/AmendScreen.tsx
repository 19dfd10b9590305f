import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { AmendAnswer, CampaignAnswer } from '../../../../core/campaign/answers.ts';
import type { AmendWire } from '../../../../core/campaign/wire.ts';
import { Page } from '../../../frame/Page.tsx';
import { api } from '../../../http/api.ts';
import { refreshSession } from '../../../http/session.ts';
import { useAction } from '../../../http/useAction.ts';
import { reloadAll, useResource } from '../../../http/useResource.ts';
import { Btn } from '../../../kit/Btn.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { CheckField, Field, TextField } from '../../../kit/Field.tsx';
import { FailureNote, View } from '../../../kit/places.tsx';
import { Sheet } from '../../../kit/Sheet.tsx';
import { deadline } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { changeWords } from '../change-words.ts';
import { DayField } from '../draft/DayField.tsx';
import { MomentFields } from '../draft/MomentFields.tsx';
import type { TypedMoment } from '../draft/moment.ts';
import { PolicyForm } from '../draft/PolicyForm.tsx';
import '../requests.css';
import './amend.css';
import './version.css';
import { LeadsField } from './LeadsField.tsx';
import { PartsField } from './PartsField.tsx';
import { type Errors, readTyped, type Typed, typedOf } from './typed.ts';
import { UnitsField } from './UnitsField.tsx';

/** What the change does, in words, before it is done. */
const Preview = ({ told, resendBy }: { told: AmendAnswer; resendBy: number | null }) => (
  <>
    <h3>{t('amend.confirmChanges')}</h3>
    <ul className="changes">
      {told.changes.map((change) => (
        <li key={JSON.stringify(change)}>{changeWords(change)}</li>
      ))}
    </ul>
    <ul className="changes">
      <li>{told.told > 0 ? t('amend.told', { n: told.told }) : t('amend.toldNone')}</li>
      {told.sent > 0 && (
        <li>
          {resendBy === null
            ? t('amend.sentKept', { n: told.sent })
            : t('amend.sentAgain', { n: told.sent, moment: deadline(resendBy) })}
        </li>
      )}
      {told.added > 0 && <li>{t('amend.added', { n: told.added })}</li>}
      {told.released > 0 && <li>{t('amend.released', { n: told.released })}</li>}
    </ul>
  </>
);

const Form = ({ campaign }: { campaign: CampaignAnswer }) => {
  const [typed, setTyped] = useState<Typed>(() => typedOf(campaign));
  const [errors, setErrors] = useState<Errors | undefined>(undefined);
  const [told, setTold] = useState<{ answer: AmendAnswer; wire: Omit<AmendWire, 'confirm'> } | undefined>(
    undefined,
  );
  const [, go] = useLocation();
  const act = useAction((wire: AmendWire, key) =>
    api.post<AmendAnswer>(`/api/campaigns/${campaign.id}/amend`, wire, { key }),
  );
  const put = (change: Partial<Typed>): void => setTyped((now) => ({ ...now, ...change }));
  const putGroup = (at: number, moment: TypedMoment | null): void =>
    put({ groupDeadlines: typed.groupDeadlines.map((old, i) => (i === at ? moment : old)) });
  const check = async (): Promise<void> => {
    const read = readTyped(typed, campaign);
    setErrors(read.errors);
    if (!read.wire) {
      // The first field that is wrong, once it is marked.
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    const answer = await act.run({ ...read.wire, confirm: false });
    if (answer.ok) setTold({ answer: answer.data, wire: read.wire });
  };
  const confirm = async (): Promise<void> => {
    if (!told) return;
    const answer = await act.run({ ...told.wire, confirm: true });
    if (!answer.ok) return;
    reloadAll('/api/');
    void refreshSession();
    go(`/yeu-cau/${campaign.id}`);
  };
  return (
    <Page
      title={t('amend.title')}
      note={campaign.title}
      className="amend"
      foot={
        <div className="end">
          {!told && <FailureNote failure={act.failure} />}
          <Btn href={`/yeu-cau/${campaign.id}`}>{t('amend.back')}</Btn>
          <Btn kind="main" className="main-act" busy={act.busy && !told} onClick={() => void check()}>
            {t('amend.check')}
          </Btn>
        </div>
      }
    >
      <p className="sec">{t('amend.note')}</p>
      <Sheet title={t('amend.partTime')} pad className="am">
        <fieldset>
          <legend>{t('requests.deadline')}</legend>
          <MomentFields
            typed={typed.deadline}
            error={errors?.deadline}
            onTyped={(to) => put({ deadline: to })}
          />
        </fieldset>
        {campaign.request.recipients.length > 1 &&
          campaign.request.recipients.map((group, at) => (
            <fieldset key={`${at}-${group.text}`}>
              <legend className="vh">{t('requests.deadlineOf', { group: group.text })}</legend>
              <CheckField
                label={t('amend.groupDeadlineOwn', { group: group.text })}
                checked={Boolean(typed.groupDeadlines[at])}
                onCheck={(own) => putGroup(at, own ? { ...typed.deadline } : null)}
              />
              {typed.groupDeadlines[at] && (
                <MomentFields
                  typed={typed.groupDeadlines[at]}
                  error={errors?.groupDeadlines?.get(at)}
                  onTyped={(moment) => putGroup(at, moment)}
                />
              )}
            </fieldset>
          ))}
        <fieldset>
          <legend>{t('requests.window')}</legend>
          <div className="pair">
            <DayField
              label={t('requests.windowFrom')}
              value={typed.window.from}
              error={errors?.from}
              onText={(from) => put({ window: { ...typed.window, from } })}
            />
            <DayField
              label={t('requests.windowTo')}
              value={typed.window.to}
              error={errors?.to}
              onText={(to) => put({ window: { ...typed.window, to } })}
            />
          </div>
        </fieldset>
        <fieldset>
          <legend>{t('policy.title')}</legend>
          <PolicyForm
            typed={typed.policy}
            errors={errors?.policy}
            advice={null}
            onTyped={(policy) => put({ policy })}
          />
        </fieldset>
      </Sheet>
      <PartsField campaign={campaign} typed={typed} errors={errors} onTyped={put} />
      <LeadsField campaign={campaign} leads={typed.leads} onLeads={(leads) => put({ leads })} />
      <UnitsField campaign={campaign} units={typed.units} onUnits={(units) => put({ units })} />
      <Sheet title={t('amend.partDocument')} pad className="am">
        <div className="pair">
          <TextField
            label={t('amend.documentNumber')}
            hint={t('amend.documentHint')}
            error={errors?.number}
            required
            maxLength={60}
            value={typed.number}
            onText={(number) => put({ number })}
          />
          <DayField
            label={t('amend.documentDay')}
            error={errors?.day}
            required
            value={typed.day}
            onText={(day) => put({ day })}
          />
        </div>
        <Field label={t('amend.reason')} hint={t('amend.reasonHint')} error={errors?.reason} required>
          {(control) => (
            <textarea
              {...control}
              className="inp"
              rows={3}
              maxLength={2000}
              value={typed.reason}
              onInput={(event) => put({ reason: event.currentTarget.value })}
            />
          )}
        </Field>
        {campaign.sent > 0 && (
          <fieldset>
            <legend>{t('amend.sentTitle')}</legend>
            <p className="s13 sec">{t('amend.keepSent')}.</p>
            <CheckField
              label={t('amend.resend')}
              checked={typed.resend}
              onCheck={(resend) => put({ resend })}
            />
            {typed.resend && (
              <MomentFields
                typed={typed.resendBy}
                error={errors?.resendBy}
                onTyped={(resendBy) => put({ resendBy })}
              />
            )}
          </fieldset>
        )}
      </Sheet>
      <Dialog
        wide
        open={told !== undefined}
        title={t('amend.confirmTitle', { n: campaign.requestVersion })}
        onClose={() => setTold(undefined)}
        actions={
          <>
            <Btn kind="main" icon="send" busy={act.busy} onClick={() => void confirm()}>
              {t('amend.confirm')}
            </Btn>
            <Btn onClick={() => setTold(undefined)}>{t('requests.leave')}</Btn>
          </>
        }
      >
        {told && <Preview told={told.answer} resendBy={told.wire.resend ? told.wire.resendBy : null} />}
        <FailureNote failure={act.failure} />
      </Dialog>
    </Page>
  );
};

/** What was issued, changed: whole form, what it would do, then a new version (A8). */
const AmendScreen = () => {
  const { campaignId = '' } = useParams<{ campaignId: string }>();
  const campaign = useResource<CampaignAnswer>(`/api/campaigns/${campaignId}`);
  if (campaign.data && campaign.state === 'ready' && campaign.data.may.includes('amend'))
    return <Form key={`${campaign.data.id} ${campaign.data.version}`} campaign={campaign.data} />;
  return (
    <Page title={t('amend.title')}>
      <section className="sheet">
        <View of={campaign}>{() => <p className="pad">{t('amend.note')}</p>}</View>
      </section>
    </Page>
  );
};

export default AmendScreen;
