import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { formatAmount } from '../../../core/kernel/amount.ts';
import type { RichDoc } from '../../../core/kernel/richText.ts';
import type { ReportAnswer } from '../../../core/report/answers.ts';
import { keyOfGap } from '../../../core/report/gaps.ts';
import { Page } from '../../frame/Page.tsx';
import { api } from '../../http/api.ts';
import { refreshSession } from '../../http/session.ts';
import { useAction } from '../../http/useAction.ts';
import { reloadAll } from '../../http/useResource.ts';
import { Banner } from '../../kit/Banner.tsx';
import { Btn } from '../../kit/Btn.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Field } from '../../kit/Field.tsx';
import { FailureNote, Loading, View } from '../../kit/places.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { StateChip } from '../../kit/StateChip.tsx';
import { TimeLeft } from '../../kit/Time.tsx';
import { RichView } from '../../richtext/RichView.tsx';
import { deadline, listText } from '../../texts/format.ts';
import { refusalText } from '../../texts/refusals.ts';
import { t } from '../../texts/text.ts';
import type { Desk } from '../editor/desk/desk.ts';
import { useDesk } from '../editor/desk/useDesk.ts';
import { gapLine } from '../editor/gap-text.ts';
import { isPercentCell, valueText } from '../editor/grid/cell-text.ts';
import { fullNumber, workSections } from '../editor/numbering.ts';
import { RequestChanged } from '../editor/parts/RequestChanged.tsx';
import { ReceiptBox } from '../editor/ReceiptBox.tsx';
import './sign.css';

/** The sums of each form with totals, and the percentages that follow from them: what a leader looks at first. */
const Totals = ({ desk }: { desk: Desk }) => {
  const { sections } = desk.report.use();
  const forms = workSections(sections).flatMap((section) =>
    section.forms.filter((f) => f.totalRow).map((form) => ({ form, number: fullNumber(sections, section) })),
  );
  const computed = workSections(sections).flatMap((section) =>
    section.forms
      .filter((f) => !f.totalRow)
      .flatMap((form) =>
        form.rows
          .filter((r) => r.formula)
          .map((row) => ({ form, row, number: fullNumber(sections, section) })),
      ),
  );
  return (
    <Sheet title={t('sign.totals')}>
      <dl className="sums">
        {forms.flatMap(({ form, number }) =>
          form.columns
            .filter((c) => c.kind === 'figure' && (c.formula || !form.columns.some((x) => x.formula)))
            .map((column) => (
              <div key={`${form.id}/${column.id}`}>
                <dt>
                  <span className="mut num">{number}</span>{' '}
                  {column.formula && 'sum' in column.formula
                    ? `${column.group ?? ''} ${column.title.toLowerCase()}`.trim()
                    : column.title}
                </dt>
                <dd className="num b">
                  {valueText(
                    desk.valueIn(form, 'total', column.id),
                    isPercentCell(form, 'total', column.id),
                  ) || '–'}
                </dd>
              </div>
            )),
        )}
        {computed.map(({ form, row, number }) => {
          const column = form.columns.find((c) => c.kind === 'figure');
          return (
            <div key={`${form.id}/${row.id}`}>
              <dt>
                <span className="mut num">{number}</span> {row.title}
              </dt>
              <dd className="num b">
                {(column &&
                  valueText(desk.valueIn(form, row.id, column.id), isPercentCell(form, row.id, column.id))) ||
                  '–'}
              </dd>
            </div>
          );
        })}
      </dl>
    </Sheet>
  );
};

const Warnings = ({ desk }: { desk: Desk }) => {
  const gaps = desk.gaps.use();
  desk.report.use();
  const warnings = gaps.filter((g) => g.severity !== 'must');
  const open = gaps.filter((g) => g.severity === 'must');
  return (
    <>
      <Sheet title={t('sign.warnings')} count={warnings.length}>
        {warnings.length === 0 ? (
          <p className="pad sec">{t('sign.warningsNone')}</p>
        ) : (
          <ul className="lines">
            {warnings.map((gap) => {
              const line = gapLine(desk, gap);
              return (
                <li key={keyOfGap(gap) ?? `${gap.code}/${gap.sectionId}`}>
                  <b>{line.where}</b> {line.what}
                  {keyOfGap(gap) && (
                    <p className={gap.overridden ? 'sec s13' : 't-warn s13'}>
                      {gap.overridden
                        ? t('editor.reasonGiven', { reason: gap.overridden })
                        : t('sign.noReason')}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Sheet>
      <Sheet title={t('sign.blanks')} count={open.length}>
        {open.length === 0 ? (
          <p className="pad sec">{t('sign.blanksNone')}</p>
        ) : (
          <ul className="lines">
            {open.slice(0, 30).map((gap) => {
              const line = gapLine(desk, gap);
              return (
                <li key={`${gap.sectionId}${gap.formId}${gap.rowId}${gap.finding?.key ?? ''}`}>
                  <b>{line.where}</b> {line.what}
                </li>
              );
            })}
          </ul>
        )}
      </Sheet>
    </>
  );
};

/** Nil is said, never passed over: sections and the number of cells. */
const Nils = ({ desk }: { desk: Desk }) => {
  const { sections } = desk.report.use();
  const lines = workSections(sections).flatMap((section) => {
    const nilWords = desk.wordsAt(section.id)?.kind === 'nil';
    const cells = section.forms.reduce(
      (n, form) =>
        n +
        form.rows.reduce(
          (m, row) =>
            m + form.columns.filter((c) => desk.cellAt(form.id, row.id, c.id).kind === 'nil').length,
          0,
        ),
      0,
    );
    return nilWords || cells > 0 ? [{ section, nilWords, cells }] : [];
  });
  return (
    <Sheet title={t('sign.nils')} count={lines.length}>
      {lines.length === 0 ? (
        <p className="pad sec">{t('sign.nilsNone')}</p>
      ) : (
        <ul className="lines">
          {lines.map(({ section, nilWords, cells }) => (
            <li key={section.id}>
              <b>{fullNumber(sections, section)}</b> {section.title} {nilWords && <StateChip state="nil" />}{' '}
              {cells > 0 && <span className="sec s13">{t('sign.nilCells', { n: cells })}</span>}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
};

const AllWords = ({ desk }: { desk: Desk }) => {
  const { sections } = desk.report.use();
  return (
    <Sheet title={t('sign.words')}>
      {workSections(sections)
        .filter((s) => s.words)
        .map((section) => {
          const words = desk.wordsAt(section.id);
          return (
            <details key={section.id} className="part">
              <summary>
                <span className="num mut">{fullNumber(sections, section)}</span> {section.title}
              </summary>
              {words?.kind === 'nil' ? (
                <p className="pad">
                  <StateChip state="nil" />
                </p>
              ) : words?.doc ? (
                <RichView doc={words.doc as RichDoc} />
              ) : (
                <p className="pad sec">{t('editor.noWords')}</p>
              )}
            </details>
          );
        })}
    </Sheet>
  );
};

type Given = { contentHash: string } | { reason: string };

const Digest = ({ desk }: { desk: Desk }) => {
  const report = desk.report.use();
  const progress = desk.progress.use();
  const { campaignId, unitId } = desk.owner;
  const address = `/api/reports/${campaignId}/${unitId}`;
  const [, navigate] = useLocation();
  // What is signed is what stood here when the page was opened, not what came in behind it.
  const [seen, setSeen] = useState(report.contentHash);
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const [blank, setBlank] = useState(false);
  const act = useAction(({ verb, body }: { verb: 'sign' | 'send-back'; body: Given }, key) =>
    api.post<ReportAnswer>(`${address}/${verb}`, body, { key }),
  );
  const run = async (verb: 'sign' | 'send-back', body: Given): Promise<void> => {
    const answer = await act.run({ verb, body });
    if (!answer.ok) return;
    desk.take(answer.data);
    reloadAll('/api/');
    void refreshSession();
    if (verb === 'send-back') navigate('/viec-can-lam');
  };
  const seeAgain = async (): Promise<void> => {
    const fresh = await api.get<ReportAnswer>(address);
    if (!fresh.ok) return;
    desk.take(fresh.data);
    setSeen(fresh.data.contentHash);
    act.clear();
  };
  const may = report.may.includes('sign');
  const changed =
    report.contentHash !== seen ||
    (act.failure?.kind === 'refusal' && act.failure.code === 'report.changedSinceSeen');
  useEffect(() => {
    // Signing itself moves the content on by its revision: that is no change to look at again.
    if (!may) setSeen(report.contentHash);
  }, [may, report.contentHash]);
  const receipt = report.receipts[0];
  const sent = report.state === 'submitted' || report.state === 'received';
  const not = report.mayNot.sign;
  const share = { filled: progress.filled, asked: progress.asked };
  return (
    <Page
      title={t('sign.title', { unit: report.unit.name })}
      className="digest"
      note={report.campaign.title}
      foot={
        may ? (
          <div className="end">
            <Btn onClick={() => setReturning(true)}>{t('sign.sendBack')}</Btn>
            <Btn
              kind="main"
              icon="signature"
              className="main-act"
              busy={act.busy && !returning}
              reason={report.closed ? t('policy.closed') : changed ? t('sign.changed') : undefined}
              onClick={() => void run('sign', { contentHash: seen })}
            >
              {report.registrySubmits ? t('sign.signOnly') : t('sign.sign')}
            </Btn>
          </div>
        ) : undefined
      }
    >
      {sent && receipt && (
        <>
          <Banner tone="info" icon="circle-check" title={t('sign.done')} />
          <ReceiptBox receipt={receipt} address={address} />
        </>
      )}
      {report.state === 'signed' && <Banner tone="info" icon="circle-check" title={t('sign.doneRegistry')} />}
      {not && (
        <Banner tone="warn" icon="shield-off">
          {refusalText(not)}
        </Banner>
      )}
      {!may && !not && !sent && report.state !== 'signed' && (
        <Banner icon="info">{t('sign.notWaiting', { state: t(`state.${report.state}`) })}</Banner>
      )}
      <RequestChanged report={report} onAnswer={desk.take} />
      {report.closed && (
        <Banner tone="err" icon="lock-keyhole" title={t('policy.closed')}>
          {refusalText(report.closed.code, report.closed.details)}
        </Banner>
      )}
      {may && changed && (
        <Banner
          tone="warn"
          title={t('sign.changed')}
          actions={
            <Btn small onClick={() => void seeAgain()}>
              {t('sign.seeAgain')}
            </Btn>
          }
        />
      )}
      {!changed && <FailureNote failure={returning ? undefined : act.failure} />}
      <Sheet pad title={t('sign.lead')} lead={<StateChip state={report.state} />}>
        {!sent && (
          <p className="big">
            <TimeLeft deadline={report.due} />{' '}
            <span className="sec s13">{t('time.deadline', { deadline: deadline(report.due) })}</span>
          </p>
        )}
        <p className="sec s13">
          {t('sign.filled', {
            filled: formatAmount(String(share.filled)),
            asked: formatAmount(String(share.asked)),
          })}
          {report.people.preparers.length > 0 &&
            ` · ${t('sign.preparedBy', { names: listText(report.people.preparers) })}`}
          {report.people.signers[0] && ` · ${t('sign.signsAs', { name: report.people.signers[0] })}`}
        </p>
        <p>
          <Btn small kind="quiet" icon="file-text" href={`/bao-cao/${campaignId}/${unitId}`}>
            {t('sign.whole')}
          </Btn>
          <Btn small kind="quiet" icon="printer" href={`${address}/document.pdf`} download>
            {t('editor.seePrint')}
          </Btn>
        </p>
      </Sheet>
      <Totals desk={desk} />
      <Warnings desk={desk} />
      <Nils desk={desk} />
      <AllWords desk={desk} />
      <Dialog
        open={returning}
        title={t('sign.sendBackTitle')}
        onClose={() => setReturning(false)}
        actions={
          <>
            <Btn
              kind="danger"
              busy={act.busy}
              onClick={() => {
                setBlank(reason.trim() === '');
                if (reason.trim()) void run('send-back', { reason: reason.trim() });
              }}
            >
              {t('sign.sendBack')}
            </Btn>
            <Btn onClick={() => setReturning(false)}>{t('common.cancel')}</Btn>
          </>
        }
      >
        <Field label={t('sign.sendBackLabel')} error={blank ? t('sign.sendBackMissing') : undefined} required>
          {(control) => (
            <textarea
              {...control}
              className="inp"
              rows={4}
              maxLength={2000}
              onInput={(e) => setReason(e.currentTarget.value)}
            />
          )}
        </Field>
        <FailureNote failure={act.failure} />
      </Dialog>
    </Page>
  );
};

/** One page for who signs, on the telephone first: what is sent, what stands out, two ways on. */
const SignScreen = () => {
  const { campaignId = '', unitId = '' } = useParams();
  const { desk, resource } = useDesk(campaignId, unitId);
  // The copy on this machine is for writing: a signature rests on what the server has now.
  if (desk && resource.data && resource.state === 'ready')
    return <Digest key={`${campaignId}/${unitId}`} desk={desk} />;
  return (
    <Page title={t('sign.lead')} bare>
      <div className="sheet">
        <View of={resource}>{() => <Loading />}</View>
      </div>
    </Page>
  );
};
export default SignScreen;
