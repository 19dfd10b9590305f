import { useEffect, useId, useState } from 'react';
import type { Instant } from '../../../core/kernel/instant.ts';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import type { NewPin } from '../../../core/report/pin.ts';
import { api } from '../../http/api.ts';
import type { Failure } from '../../http/failure.ts';
import { serverNow } from '../../http/server-clock.ts';
import { refreshSession } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { FailureNote } from '../../kit/places.tsx';
import { deadline, moment } from '../../texts/format.ts';
import { refusalText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';
import { ExtendDialog } from '../board/ExtendDialog.tsx';
import { readResend, resendText, suggestedResend } from './resend.ts';
import type { Take } from './useTake.ts';

/** Counts and lists elsewhere follow what was done here. */
export const followed = (): void => {
  reloadAll('/api/work');
  reloadAll('/api/campaigns/');
  void refreshSession();
};

type Props = {
  report: ReportAnswer;
  me: string;
  drafts: readonly NewPin[];
  /** A remark is being written: deciding now would lose it. */
  writing: boolean;
  onReport: (report: ReportAnswer) => void;
  onDraftsSent: () => void;
  take: Take;
  next: string | undefined;
};

/** What the key T has to say, and what went wrong. */
const Told = ({ take, failure }: { take: Take; failure: Failure | undefined }) => (
  <>
    <FailureNote failure={failure ?? take.failure} />
    <div role="alert" className="alert">
      {take.said && (
        <p className="er">
          <Icon name="circle-x" />
          <span>{take.said}</span>
        </p>
      )}
    </div>
  </>
);

const Begin = ({ report, take, onReport }: Pick<Props, 'report' | 'take' | 'onReport'>) => {
  const begin = useAction((at: string, key) =>
    api.post<ReportAnswer>(`${at}/begin-receiving`, undefined, { key }),
  );
  const run = async (): Promise<void> => {
    const answer = await begin.run(`/api/reports/${report.campaign.id}/${report.unit.id}`);
    if (!answer.ok) return;
    onReport(answer.data);
    followed();
  };
  return (
    <>
      <p className="s13 sec fl">
        {t('review.footBegin')} {take.ready && t('review.takeKey')}
      </p>
      <div className="end">
        <div className="told">
          <Told take={take} failure={begin.failure} />
        </div>
        <Btn kind="main" icon="play" busy={begin.busy} onClick={() => void run()}>
          {t('review.begin')}
        </Btn>
      </div>
    </>
  );
};

const Decide = ({ report, drafts, writing, take: key, onReport, onDraftsSent }: Props) => {
  const id = useId();
  const now = serverNow();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [told, setTold] = useState<string | undefined>(undefined);
  const suggested = now === undefined ? '' : resendText(suggestedResend(now, report.campaign.deadline));
  const text = typed ?? suggested;
  const at = `/api/reports/${report.campaign.id}/${report.unit.id}`;
  const receive = useAction((path: string, key) => api.post<ReportAnswer>(path, undefined, { key }));
  const give = useAction((input: { pins: readonly NewPin[]; resendBy: Instant | null }, key) =>
    api.post<ReportAnswer>(`${at}/return`, input, { key }),
  );
  useEffect(() => setTold(undefined), [drafts, text]);
  const giveBack = async (): Promise<void> => {
    const resendBy = readResend(text);
    const today = serverNow();
    if (resendBy === undefined && text.trim() !== '') return setTold(t('review.resendUnread'));
    if (resendBy !== undefined && today !== undefined && resendBy <= today)
      return setTold(t('review.resendPast'));
    setTold(undefined);
    const answer = await give.run({ pins: drafts, resendBy: resendBy ?? null });
    if (!answer.ok) return;
    onDraftsSent();
    onReport(answer.data);
    followed();
  };
  const take = async (): Promise<void> => {
    const answer = await receive.run(`${at}/receive`);
    if (!answer.ok) return;
    onReport(answer.data);
    followed();
  };
  const unfinished = writing ? t('review.openForm') : undefined;
  return (
    <>
      <p className="s13 sec fl">
        {t('review.footDecide')} {key.ready && t('review.takeKey')}
      </p>
      <div className="end">
        <div className="told">
          <Told take={key} failure={give.failure ?? receive.failure} />
          <div role="alert" className="alert">
            {told && (
              <p className="er" id={`${id}e`}>
                <Icon name="circle-x" />
                <span>{told}</span>
              </p>
            )}
          </div>
        </div>
        <label className="dl">
          <span>{t('review.resendBy')}</span>
          <input
            className="inp"
            value={text}
            aria-required="true"
            aria-invalid={told ? true : undefined}
            aria-describedby={told ? `${id}e` : `${id}h`}
            autoComplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <span className="vh" id={`${id}h`}>
            {t('review.resendHint')}
          </span>
        </label>
        <Btn
          kind="danger"
          icon="undo-2"
          busy={give.busy}
          reason={unfinished ?? (drafts.length === 0 ? t('review.returnNeedsPin') : undefined)}
          onClick={() => void giveBack()}
        >
          {drafts.length === 0 ? t('review.return') : t('review.returnWith', { n: drafts.length })}
        </Btn>
        <Btn
          kind="main"
          icon="stamp"
          busy={receive.busy}
          reason={
            unfinished ?? (drafts.length > 0 ? t('review.receiveHasPins', { n: drafts.length }) : undefined)
          }
          onClick={() => void take()}
        >
          {t('review.receive')}
        </Btn>
      </div>
    </>
  );
};

const Extend = ({ report, onReport }: Pick<Props, 'report' | 'onReport'>) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Btn icon="calendar-plus" onClick={() => setOpen(true)}>
        {t('board.extend')}
      </Btn>
      {open && (
        <ExtendDialog
          campaign={report.campaign}
          unit={report.unit}
          extension={report.extension}
          onClose={() => setOpen(false)}
          onExtended={(extended) => {
            setOpen(false);
            onReport(extended);
          }}
        />
      )}
    </>
  );
};

const Done = ({ report, me, next, onReport }: Pick<Props, 'report' | 'me' | 'next' | 'onReport'>) => {
  const receipt = report.receipts[0];
  const refused = report.mayNot.receive ?? report.mayNot['begin-receiving'];
  const words =
    report.state === 'submitted' && refused
      ? refused === 'report.preparerMayNotReceive'
        ? t('review.ownReport', { name: me })
        : refusalText(refused)
      : report.state === 'received' && receipt
        ? t('review.receivedNote', {
            // Numbers of a book and years are no amounts: no dot in 2024.
            number: String(receipt.number),
            year: String(receipt.year),
            code: receipt.code,
            at: moment(receipt.submittedAt, true),
          })
        : report.state === 'returned' && report.resendBy !== null
          ? t('review.returnedNote', { deadline: deadline(report.resendBy) })
          : t('review.readOnly', { state: t(`state.${report.state}`) });
  const own = report.state === 'submitted' && refused !== undefined;
  return (
    <>
      <p className={own ? 's13 own-r' : 's13 sec'}>
        {own && <Icon name="shield-check" />}
        <span>{words}</span>
      </p>
      <div className="end">
        {report.may.includes('extend') && <Extend report={report} onReport={onReport} />}
        {next ? (
          <Btn kind="main" iconEnd="arrow-right" href={next}>
            {t('review.nextReport')}
          </Btn>
        ) : null}
      </div>
    </>
  );
};

/** What may follow comes with the report: the command to begin, then to return or to receive, else why not. */
export const ReviewFoot = (props: Props) => {
  const { may } = props.report;
  if (may.includes('begin-receiving'))
    return <Begin report={props.report} take={props.take} onReport={props.onReport} />;
  if (may.includes('receive') || may.includes('return')) return <Decide {...props} />;
  return <Done {...props} />;
};
