import { Link } from 'wouter';
import type { BoardAnswer, WorkItem } from '../../../core/report/answers.ts';
import { REPORT_STATES } from '../../../core/report/states.ts';
import { serverNow } from '../../http/server-clock.ts';
import { Btn } from '../../kit/Btn.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Mark, StateChip } from '../../kit/StateChip.tsx';
import { deadline, length, moment } from '../../texts/format.ts';
import { t } from '../../texts/text.ts';
import { LatenessMark, percentOf } from '../board/BoardRows.tsx';

const keyOf = (item: WorkItem): string => `${item.kind}/${item.campaign.id}/${item.unitId}`;

/** Reports that wait for this person's signature: few words and one large button, for a phone in the field. */
export const SignList = ({ items }: { items: readonly WorkItem[] }) => (
  <Sheet title={t('home.sign')} count={items.length} className="sg">
    <ul className="rows">
      {items.map((item) => {
        const now = serverNow();
        const passed = item.row?.last?.verb === 'pass-to-sign' ? item.row.last.at : item.since;
        return (
          <li key={keyOf(item)}>
            <div>
              <b>{item.campaign.title}</b>
              <p>
                {item.unitName}
                {passed !== null && (
                  <>
                    {' · '}
                    {t('home.signSince', {
                      at: moment(passed),
                      length: length((now ?? passed) - passed),
                    })}
                  </>
                )}
              </p>
              <p>
                {item.row && t('home.signFilled', { share: percentOf(item.row) })}
                {item.due !== null && ` · ${t('time.deadline', { deadline: deadline(item.due) })}`}
              </p>
              <p>
                {item.row?.nearEmpty && <Mark code="near-empty">{t('home.signWarnings')}</Mark>}{' '}
                {item.lateness && item.lateness.kind !== 'on-time' && (
                  <LatenessMark lateness={item.lateness} />
                )}
              </p>
            </div>
            <Btn kind="main" icon="signature" href={`/ky/${item.campaign.id}/${item.unitId}`}>
              {t('home.signAct')}
            </Btn>
          </li>
        );
      })}
    </ul>
  </Sheet>
);

const REQUESTS = {
  request: { state: 'home.requestDraft', act: 'home.requestOpen' },
  'request-sign': { state: 'home.requestSign', act: 'home.requestOpenSign' },
  'request-issue': { state: 'home.requestIssue', act: 'home.requestOpenIssue' },
} as const;

export const Requests = ({ items }: { items: readonly WorkItem[] }) => (
  <Sheet title={t('home.requests')} count={items.length}>
    <ul className="rows">
      {items.map((item) => {
        const words = REQUESTS[item.kind as keyof typeof REQUESTS];
        const href = `/yeu-cau/${item.campaign.id}`;
        return (
          <li key={keyOf(item)}>
            <Icon name="scroll-text" large />
            <div>
              <Link href={href}>{item.campaign.title}</Link>
              <p>
                {t(words.state)}
                {item.since !== null && ` · ${t('home.requestSince', { at: moment(item.since) })}`}
              </p>
            </div>
            <Btn small href={href} kind={item.kind === 'request-sign' ? 'main' : 'plain'}>
              {t(words.act)}
            </Btn>
          </li>
        );
      })}
    </ul>
  </Sheet>
);

export const Registry = ({ items }: { items: readonly WorkItem[] }) => (
  <Sheet
    title={t('home.registry')}
    count={items.length}
    actions={
      <Btn small href="/van-thu">
        {t('home.registryOpen')}
      </Btn>
    }
  >
    <ul className="rows">
      {items.map((item) => (
        <li key={keyOf(item)}>
          <Icon name="stamp" large />
          <div>
            <Link href="/van-thu">{item.campaign.title}</Link>
            <p>
              {[
                item.unitName,
                t(
                  item.kind === 'register'
                    ? 'home.registryNumber'
                    : item.kind === 'submit'
                      ? 'home.registrySubmit'
                      : 'home.requestIssue',
                ),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  </Sheet>
);

/** The board in one box: each number leads to its list. */
export const Summary = ({ board }: { board: BoardAnswer }) => (
  <section className="sheet">
    <div className="pad">
      <h2>{t('home.summary')}</h2>
      <p className="s13 sec tt">
        {board.campaign.title} · {t('home.summaryOf', { n: board.obliged })}
      </p>
      <ul className="sum">
        {(['overdue', ...REPORT_STATES] as const)
          .filter((s) => board.counts[s] > 0 || s === 'overdue')
          .map((s) => (
            <li key={s}>
              <Link href={`/theo-doi/${board.campaign.id}?trang-thai=${s}`}>
                <StateChip state={s} />
                <b className="num">{board.counts[s]}</b>
              </Link>
            </li>
          ))}
      </ul>
      {board.counts.overdue > 0 && <p className="s12 mut">{t('board.sum', { n: board.obliged })}</p>}
      <Btn small className="open" href={`/theo-doi/${board.campaign.id}`}>
        {t('home.summaryOpen')}
      </Btn>
    </div>
  </section>
);
