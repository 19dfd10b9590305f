import { Link } from 'wouter';
import type { CampaignAnswer, LastRequestAnswer } from '../../../../core/campaign/answers.ts';
import type { NamedDeadline, Request } from '../../../../core/campaign/request.ts';
import { shortDay } from '../../../../core/kernel/wording.ts';
import { Sheet } from '../../../kit/Sheet.tsx';
import { Table } from '../../../kit/Table.tsx';
import { deadline } from '../../../texts/format.ts';
import { t } from '../../../texts/text.ts';
import { periodWords } from './words.ts';

type Change = { readonly what: string; readonly before: string; readonly after: string };

const deadlineWords = (named: NamedDeadline | null | undefined): string =>
  named ? `${named.wording} (${deadline(named.at)})` : '';

/** What the draft says otherwise than the request before it, in the words of both. */
const changesOf = (last: Request, now: Request): Change[] => {
  const window = (r: Request): string =>
    r.window ? t('requests.windowWords', { from: shortDay(r.window.from), to: shortDay(r.window.to) }) : '';
  const all: Change[] = [
    { what: t('requests.subject'), before: last.subject ?? '', after: now.subject ?? '' },
    {
      what: t('requests.period'),
      before: last.period ? periodWords(last.period) : '',
      after: now.period ? periodWords(now.period) : '',
    },
    { what: t('requests.window'), before: window(last), after: window(now) },
    {
      what: t('requests.deadline'),
      before: deadlineWords(last.deadline),
      after: deadlineWords(now.deadline),
    },
    ...now.recipients.map((r) => ({
      what: t('requests.deadlineOf', { group: r.text }),
      before: deadlineWords(last.recipients.find((one) => one.text === r.text)?.deadline),
      after: deadlineWords(r.deadline),
    })),
    ...now.leads.flatMap((lead) => {
      const before = last.leads.find((l) => l.area === lead.area);
      return before ? [{ what: t('requests.area'), before: before.field, after: lead.field }] : [];
    }),
  ];
  return all.filter((c) => c.before !== c.after);
};

const sourceWords = (last: LastRequestAnswer): string =>
  last.number && last.documentDay
    ? `${last.title}, ${t('requests.numberDay', {
        number: `${last.number}/${last.symbol ?? ''}`,
        day: shortDay(last.documentDay),
      })}`
    : last.title;

/** A5: where the draft comes from, and what moved with the period. */
export const FromLast = ({ last, request }: { last: LastRequestAnswer; request: Request }) => {
  const changes = changesOf(last.request, request);
  return (
    <Sheet title={t('requests.changedSinceLast')}>
      <p className="s13 pad2">
        {t('requests.fromLast')} <Link href={`/yeu-cau/${last.id}`}>{sourceWords(last)}</Link>.{' '}
        <span className="sec">{t('requests.basesKept')}</span>
      </p>
      {changes.length > 0 && (
        <Table caption={t('requests.changedSinceLast')} className="edge fold">
          <thead>
            <tr>
              <th>{t('requests.value')}</th>
              <th>{t('requests.lastTime')}</th>
              <th>{t('requests.thisTime')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.what} ${change.before}`}>
                <th scope="row">{change.what}</th>
                <td data-l={t('requests.lastTime')}>{change.before || t('requests.notYet')}</td>
                <td data-l={t('requests.thisTime')}>{change.after || t('requests.notYet')}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Sheet>
  );
};

/** In the place of a letter: the outline that is carried on, to read as text. */
export const OutlineText = ({ campaign }: { campaign: CampaignAnswer }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet scrolls on its own and must be reached by keyboard
  <section className="paper doc" aria-label={t('requests.outlineKept')} tabIndex={0}>
    {campaign.outlines.map((outline) => (
      <div key={outline.id}>
        <p className="k-title">
          <b>{outline.title}</b>
        </p>
        {outline.parts.map((part) => (
          <p key={`${part.depth} ${part.number} ${part.title}`} className="k-body">
            {`${part.number}. ${part.title}`}
          </p>
        ))}
      </div>
    ))}
  </section>
);
